/// From the bytes a terminal sends to the keys a person pressed, pastes and focus changes.
///
/// Read first: `Key`, then `KeyReader`.
///
/// May use: nothing.
@NullMarked
package chatbois.terminal.key;

import org.jspecify.annotations.NullMarked;

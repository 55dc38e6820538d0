/// Emoji and what they are called.
///
/// Read first: `Emoji`.
///
/// May use: nothing.
@NullMarked
package chatbois.terminal.emoji;

import org.jspecify.annotations.NullMarked;

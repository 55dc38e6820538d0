/// The line, or the few lines, that a person writes before sending them.
///
/// Read first: `Editor`, then `Draft`.
///
/// May use: terminal.binding, terminal.key, terminal.text.
@NullMarked
package chatbois.terminal.edit;

import org.jspecify.annotations.NullMarked;

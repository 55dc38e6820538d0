/// Which key does what: the only table there is of it, and what a member has made of it.
///
/// Read first: `Action`, then `Bindings`.
///
/// May use: terminal.key.
@NullMarked
package chatbois.terminal.binding;

import org.jspecify.annotations.NullMarked;

/// Who may do what to whom. The server asks before it takes an event in, a client when it reads the
/// log, and both get the same answer.
///
/// Read first: `Rights`, then `Permission` and `Role`.
///
/// May use: log, protocol, protocol.event.
@NullMarked
package chatbois.protocol.right;

import org.jspecify.annotations.NullMarked;

/// What the server knows and decides: who is a member, who is in which chat, what may be written
/// next, and the one thread that writes it.
///
/// Read first: `Writer`, then `Community`.
///
/// May use: log, protocol, protocol.event, protocol.name, protocol.right, protocol.view,
/// server.store.
@NullMarked
package chatbois.server.community;

import org.jspecify.annotations.NullMarked;

/// One membership kept alive: what the member sees of the community and its chats, what the member
/// does, and the connection that comes back by itself.
///
/// Read first: `Session`, then `Model` and `Keeper`.
///
/// May use: client.home, client.link, client.pairing, log, protocol, protocol.event, protocol.name,
/// protocol.right, protocol.view.
@NullMarked
package chatbois.client.session;

import org.jspecify.annotations.NullMarked;

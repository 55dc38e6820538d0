/// Who is connected and what still has to be told to whom: persist first, then tell.
///
/// Read first: `Live`, then `Connection`.
///
/// May use: log, protocol, protocol.event, protocol.name, protocol.right, protocol.view,
/// server.community, server.store.
@NullMarked
package chatbois.server.live;

import org.jspecify.annotations.NullMarked;

/// The community's side: founding it, starting it, stopping it.
///
/// Read first: `Server`.
///
/// May use: log, protocol, protocol.event, protocol.view, server.backup, server.community,
/// server.control, server.files, server.journal, server.live, server.names, server.net,
/// server.search, server.store.
@NullMarked
package chatbois.server;

import org.jspecify.annotations.NullMarked;

/// How clients reach the server: TLS, HTTP, WebSocket, and the one switch over what they can ask.
///
/// Read first: `Conversation`, then `Listener`.
///
/// May use: log, protocol, protocol.event, protocol.right, protocol.view, server.backup,
/// server.community, server.control, server.files, server.journal, server.live, server.names,
/// server.search, server.store.
@NullMarked
package chatbois.server.net;

import org.jspecify.annotations.NullMarked;

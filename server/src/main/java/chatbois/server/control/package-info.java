/// The server as its owner and admins see and handle it: how it is, how much it writes down, when
/// it ends.
///
/// Read first: `Control`, then `Countdown`.
///
/// May use: log, protocol, protocol.event, protocol.view, server.backup, server.community,
/// server.files, server.journal, server.live, server.store.
@NullMarked
package chatbois.server.control;

import org.jspecify.annotations.NullMarked;

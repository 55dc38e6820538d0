/// The command that hosts a community: its options, the questions of a first start, and how it
/// ends.
///
/// Read first: `HostCommand`.
///
/// May use: client.home, log, log.recovery, protocol, protocol.view, server, server.journal,
/// server.live, terminal.qr, terminal.text.
@NullMarked
package chatbois.app.host;

import org.jspecify.annotations.NullMarked;

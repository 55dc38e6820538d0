/// The commands for members: the program on the screen, and one command each for scripts, which
/// ends by itself with an exit code.
///
/// Read first: `MemberCommand`, then `Visit`.
///
/// May use: app.host, cellart, cellart.source, cellart.track, client, client.home, client.link,
/// client.pairing, client.session, log, log.recovery, protocol, protocol.event, protocol.name,
/// protocol.right, protocol.view, terminal.command, terminal.text.
@NullMarked
package chatbois.app.member;

import org.jspecify.annotations.NullMarked;

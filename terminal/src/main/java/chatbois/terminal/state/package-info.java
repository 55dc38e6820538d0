/// All that the screen knows, and how each event changes it. Nothing here waits, reads a clock or
/// touches a session: what has to happen outside is given back as effects.
///
/// Read first: `Model`, then `Update`.
///
/// May use: cellart, cellart.worker, client.home, client.pairing, client.session, log, protocol,
/// protocol.event, protocol.name, protocol.right, protocol.view, terminal.alert, terminal.binding,
/// terminal.command, terminal.edit, terminal.emoji, terminal.key, terminal.markup, terminal.media,
/// terminal.qr, terminal.screen, terminal.setting, terminal.talk, terminal.text.
@NullMarked
package chatbois.terminal.state;

import org.jspecify.annotations.NullMarked;

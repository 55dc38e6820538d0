/// The program on the screen: brings together the terminal, the sessions and the model.
///
/// Read first: `ChatScreen`.
///
/// May use: cellart.pixel, cellart.worker, client, client.home, client.pairing, client.session,
/// log, protocol, protocol.name, terminal.alert, terminal.cell, terminal.command, terminal.key,
/// terminal.media, terminal.screen, terminal.setting, terminal.state, terminal.text, terminal.view.
@NullMarked
package chatbois.terminal.chat;

import org.jspecify.annotations.NullMarked;

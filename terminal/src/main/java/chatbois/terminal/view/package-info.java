/// Pictures of the model: each is drawn anew from what the model says, and from nothing else.
///
/// Read first: `View`.
///
/// May use: cellart, cellart.worker, client.session, protocol, protocol.event, protocol.view,
/// terminal.binding, terminal.cell, terminal.command, terminal.edit, terminal.emoji,
/// terminal.media, terminal.setting, terminal.state, terminal.talk, terminal.text.
@NullMarked
package chatbois.terminal.view;

import org.jspecify.annotations.NullMarked;

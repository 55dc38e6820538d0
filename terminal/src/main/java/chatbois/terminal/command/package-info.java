/// What a member can type: messages and slash commands, how they are read and what they do. The
/// screen and line mode share it.
///
/// Read first: `Verb`, then `Actions`.
///
/// May use: cellart.source, cellart.track, cellart.worker, client, client.home, client.pairing,
/// client.session, log, log.recovery, protocol, protocol.event, protocol.name, protocol.right,
/// protocol.view, terminal.alert, terminal.binding, terminal.markup, terminal.media,
/// terminal.setting, terminal.text.
@NullMarked
package chatbois.terminal.command;

import org.jspecify.annotations.NullMarked;

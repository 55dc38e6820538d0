/// Line mode: what happens in the chats as lines that are only ever added, for pipes, simple
/// terminals and screen readers; no escapes, nothing drawn twice.
///
/// Read first: `LineMode`.
///
/// May use: client, client.home, client.session, log, protocol, protocol.event, protocol.name,
/// terminal.alert, terminal.command, terminal.setting, terminal.text.
@NullMarked
package chatbois.terminal.line;

import org.jspecify.annotations.NullMarked;

/// Of what a member is notified who is looking elsewhere, and how a terminal is told.
///
/// Read first: `Alerts`, then `Voice`.
///
/// May use: client.session, log, protocol.event, terminal.text.
@NullMarked
package chatbois.terminal.alert;

import org.jspecify.annotations.NullMarked;

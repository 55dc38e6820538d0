/// The main program: reads the arguments and starts what they ask for.
///
/// Read first: `Main`.
///
/// May use: app.host, app.member, client.home, client.session, terminal.chat, terminal.command,
/// terminal.line, terminal.screen, terminal.text.
@NullMarked
package chatbois.app;

import org.jspecify.annotations.NullMarked;

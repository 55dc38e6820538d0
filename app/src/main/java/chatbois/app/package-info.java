/// The main program: reads the arguments and starts what they ask for.
///
/// Read first: `Main`.
///
/// May use: app.host, app.member.
@NullMarked
package chatbois.app;

import org.jspecify.annotations.NullMarked;

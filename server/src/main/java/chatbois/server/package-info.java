/// The community's side: net, live, store, members, chats, control.
///
/// Read first: (nothing yet).
///
/// May use: nothing.
@NullMarked
package chatbois.server;

import org.jspecify.annotations.NullMarked;

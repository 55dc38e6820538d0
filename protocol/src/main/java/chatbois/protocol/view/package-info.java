/// What the logs add up to: the community and its chats, folded event by event. The same rules let
/// the server decide what may be written and let a client see that it did.
///
/// Read first: `CommunityView`.
///
/// May use: log, protocol, protocol.event, protocol.name, protocol.right.
@NullMarked
package chatbois.protocol.view;

import org.jspecify.annotations.NullMarked;

/// What events say: one record for each kind of body, in the community's log and in the chats'
/// logs.
///
/// Read first: `EventBody`.
///
/// May use: log, protocol.name.
@NullMarked
package chatbois.protocol.event;

import org.jspecify.annotations.NullMarked;

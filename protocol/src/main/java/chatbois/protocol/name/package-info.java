/// Names of members and chats: what is permitted, and when two of them look alike.
///
/// Read first: `MemberName`, then `Skeleton`.
///
/// May use: nothing.
@NullMarked
package chatbois.protocol.name;

import org.jspecify.annotations.NullMarked;

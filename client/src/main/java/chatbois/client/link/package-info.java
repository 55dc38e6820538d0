/// One connection to a server: who is at the other end is proven before anything is said, then
/// requests, answers and pushes in order.
///
/// Read first: `Link`.
///
/// May use: log, protocol.
@NullMarked
package chatbois.client.link;

import org.jspecify.annotations.NullMarked;

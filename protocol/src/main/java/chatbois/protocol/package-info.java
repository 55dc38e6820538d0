/// What goes over the wire: requests, replies, pushes, refusals, invites; the only place that knows
/// JSON.
///
/// Read first: `Request`, then `Frames`.
///
/// May use: log, protocol.event, protocol.name.
@NullMarked
package chatbois.protocol;

import org.jspecify.annotations.NullMarked;

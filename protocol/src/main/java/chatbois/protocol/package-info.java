/// What goes over the wire: requests, replies, pushes, refusals.
///
/// Read first: (nothing yet).
///
/// May use: none.
@NullMarked
package chatbois.protocol;

import org.jspecify.annotations.NullMarked;

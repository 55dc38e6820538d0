/// A member's side without a screen: link, resume, keys, pins.
///
/// Read first: (nothing yet).
///
/// May use: nothing.
@NullMarked
package chatbois.client;

import org.jspecify.annotations.NullMarked;

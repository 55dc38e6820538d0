/// What the server writes down about itself: one line for each happening, never a message's text
/// and never a secret.
///
/// Read first: `Journal`.
///
/// May use: protocol.
@NullMarked
package chatbois.server.journal;

import org.jspecify.annotations.NullMarked;

/// The main program: arguments, wiring, start-up cache.
///
/// Read first: (nothing yet).
///
/// May use: none.
@NullMarked
package chatbois.app;

import org.jspecify.annotations.NullMarked;

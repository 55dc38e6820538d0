/// The main program: arguments, wiring, start-up cache.
///
/// Read first: Main.
///
/// May use: nothing.
@NullMarked
package chatbois.app;

import org.jspecify.annotations.NullMarked;

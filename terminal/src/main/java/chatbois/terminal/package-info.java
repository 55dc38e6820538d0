/// What a person sees: cells, keys, views, themes, line mode.
///
/// Read first: (nothing yet).
///
/// May use: nothing.
@NullMarked
package chatbois.terminal;

import org.jspecify.annotations.NullMarked;

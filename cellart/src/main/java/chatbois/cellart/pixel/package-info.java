/// Pictures as pixels, for terminals that take them: the bytes of PNG and Sixel, in no more than a
/// line carries. How they are wrapped for a terminal says who talks to it.
///
/// Read first: `Press`, then `Print`.
///
/// May use: cellart, cellart.track.
@NullMarked
package chatbois.cellart.pixel;

import org.jspecify.annotations.NullMarked;

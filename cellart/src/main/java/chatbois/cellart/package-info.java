/// Pictures as the cells of a terminal: each cell shows a character in one colour on a ground of
/// another, chosen so that together they differ least from the picture. Knows nothing of chats, and
/// needs only the JDK.
///
/// Read first: `CellArt`, then `Fitter`; for pictures that move `Reel`.
///
/// May use: nothing.
@NullMarked
package chatbois.cellart;

import org.jspecify.annotations.NullMarked;

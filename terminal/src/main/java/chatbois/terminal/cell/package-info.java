/// The screen as a grid of cells, and the painter that turns the difference of two such grids into
/// as few bytes as the terminal needs.
///
/// Read first: `Cells`, then `Painter`.
///
/// May use: cellart, cellart.pixel, terminal.text.
@NullMarked
package chatbois.terminal.cell;

import org.jspecify.annotations.NullMarked;

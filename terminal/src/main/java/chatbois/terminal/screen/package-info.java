/// The terminal we run in: taken over, read, painted, and given back as it was, whatever happens.
///
/// Read first: `Screen`.
///
/// May use: cellart.pixel, terminal.alert, terminal.cell, terminal.key.
@NullMarked
package chatbois.terminal.screen;

import org.jspecify.annotations.NullMarked;

/// A child process in which pictures are drawn and files made into previews: with a compiler and
/// memory of its own, so that the program that shows them stays small and nothing that a file does
/// to a decoder happens there.
///
/// Read first: `Studio`, then `Child`, and for the other side `Worker`.
///
/// May use: cellart, cellart.pixel, cellart.source, cellart.track.
@NullMarked
package chatbois.cellart.worker;

import org.jspecify.annotations.NullMarked;

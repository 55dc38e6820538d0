/// How alike pictures as text are to the pictures, beside chafa: `make cellart`. Knows of the
/// renderer only what it prints.
///
/// Read first: `Fidelity`; `Motion` for pictures that move.
///
/// May use: cellart.
@NullMarked
package chatbois.bench.art;

import org.jspecify.annotations.NullMarked;

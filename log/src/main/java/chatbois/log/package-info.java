/// Events, their signatures and the Merkle tree over them; no file and no socket in here.
///
/// Read first: (nothing yet).
///
/// May use: none.
@NullMarked
package chatbois.log;

import org.jspecify.annotations.NullMarked;

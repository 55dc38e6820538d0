/// The log: events signed by their authors, numbered by the server, hashed into a Merkle tree whose
/// heads the server signs. No file, no socket, no JSON: bytes and rules only.
///
/// Read first: `Event`, then `Frontier` and `Follower`.
///
/// May use: nothing.
@NullMarked
package chatbois.log;

import org.jspecify.annotations.NullMarked;

/// Files of others, decoded: pictures, moving pictures and videos of many formats become one
/// picture or one preview track. What a file is, its first bytes say; how large it is, is looked at
/// before it is decoded. Not a word of a file gets into a message, and nothing in it is executed or
/// reaches for other files or the network.
///
/// Read first: `Preparer`, then `Film` and `Stage`.
///
/// May use: cellart, cellart.track.
@NullMarked
package chatbois.cellart.source;

import org.jspecify.annotations.NullMarked;

/// Text made harmless and measured: what may reach a terminal at all, where its grapheme clusters
/// begin and end, how many columns they take, and how they wrap.
///
/// Read first: `SafeText`, then `Cluster`.
///
/// May use: nothing.
@NullMarked
package chatbois.terminal.text;

import org.jspecify.annotations.NullMarked;

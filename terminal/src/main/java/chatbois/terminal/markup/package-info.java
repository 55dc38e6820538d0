/// What people write into their messages to make words stand out, taken apart: emphasis, code,
/// quotes, lists, links.
///
/// Read first: `Markup`, then `Inline`, then `Syntax`.
///
/// May use: terminal.emoji.
@NullMarked
package chatbois.terminal.markup;

import org.jspecify.annotations.NullMarked;

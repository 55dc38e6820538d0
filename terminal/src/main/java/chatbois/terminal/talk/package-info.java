/// A chat as rows of text: wrapped, with times, names, days and what is new, and the way from one
/// place in it to another.
///
/// Read first: `Talk`, then `Typesetter`.
///
/// May use: client.session, log, terminal.cell, terminal.markup, terminal.setting, terminal.text.
@NullMarked
package chatbois.terminal.talk;

import org.jspecify.annotations.NullMarked;

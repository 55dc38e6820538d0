/// A chat as rows of text: wrapped, with times, names, days and what is new, and the way from one
/// place in it to another.
///
/// Read first: `Talk`, then `Typesetter`.
///
/// May use: cellart, cellart.worker, client.session, log, protocol.event, terminal.cell,
/// terminal.markup, terminal.media, terminal.setting, terminal.text.
@NullMarked
package chatbois.terminal.talk;

import org.jspecify.annotations.NullMarked;

/// Pictures in a chat: which are to be seen, of what they are made, and those that move moving.
/// What costs memory and time is done by the child process of `cellart.worker`; nothing of this is
/// loaded before there is a picture to be seen.
///
/// Read first: `Projector`, then `Shot`.
///
/// May use: cellart, cellart.pixel, cellart.track, cellart.worker, log, protocol.event,
/// terminal.cell, terminal.screen, terminal.text.
@NullMarked
package chatbois.terminal.media;

import org.jspecify.annotations.NullMarked;

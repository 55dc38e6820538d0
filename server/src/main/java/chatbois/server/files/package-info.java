/// The files that come with messages: how they are sent in parts, kept once each by their hash,
/// read by who may read the message, and go with it.
///
/// Read first: `Uploads`, then `Shelf`.
///
/// May use: log, protocol, protocol.view, server.community, server.journal, server.store.
@NullMarked
package chatbois.server.files;

import org.jspecify.annotations.NullMarked;

/// Names that complete themselves: who and what begins as somebody types.
///
/// Read first: `Suggestions`, then `NameIndex`.
///
/// May use: log, protocol, protocol.event, protocol.name, protocol.view, server.community,
/// server.store.
@NullMarked
package chatbois.server.names;

import org.jspecify.annotations.NullMarked;

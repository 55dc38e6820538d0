/// Looking for what was said: the words of a text, the index that follows the logs, and the answer
/// for who may read it.
///
/// Read first: `Search`, then `Indexer`, then `Words`.
///
/// May use: log, protocol, protocol.event, protocol.name, protocol.view, server.community,
/// server.journal, server.store.
@NullMarked
package chatbois.server.search;

import org.jspecify.annotations.NullMarked;

/// Where the logs lie on disk: one SQLite file, one writer, several readers.
///
/// Read first: `Store`, then `Transaction`.
///
/// May use: log, protocol.
@NullMarked
package chatbois.server.store;

import org.jspecify.annotations.NullMarked;

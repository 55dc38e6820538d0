/// The whole community in one file: making it while the server runs, keeping the newest few, taking
/// it apart again without believing it.
///
/// Read first: `BackupFile`, then `Backups`.
///
/// May use: log, protocol, server.files, server.store.
@NullMarked
package chatbois.server.backup;

import org.jspecify.annotations.NullMarked;

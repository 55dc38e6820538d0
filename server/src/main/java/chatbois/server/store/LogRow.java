package chatbois.server.store;

import chatbois.log.LogId;
import chatbois.log.SignedHead;

/// A log as it stands on disk.
///
/// @param row its number in this store
/// @param lastTime the time of its last event, milliseconds since 1970
public record LogRow(long row, LogId log, SignedHead head, long lastTime) {
    public long size() {
        return head.head().size();
    }
}

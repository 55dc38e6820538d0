package chatbois.protocol.view;

import chatbois.log.VerifyKey;
import org.jspecify.annotations.Nullable;

/// A device of a member, now or once.
///
/// @param label what its member calls it
/// @param since from when on it is the member's, in the server's time, milliseconds since 1970
/// @param until when it was taken off; 0 if it never was
/// @param ban the ban that was laid on it, over or not; null for none
public record Device(VerifyKey key, String label, long since, long until, @Nullable Sanction ban) {
    /// The only device of a newcomer.
    static Device first(VerifyKey key, long since) {
        return new Device(key, "device 1", since, 0, null);
    }

    /// Whether it speaks for its member now.
    public boolean isLive() {
        return until == 0;
    }

    /// Whether it spoke for its member at that time.
    boolean wasLive(long time) {
        return since <= time && (isLive() || time <= until);
    }

    Device endedAt(long time) {
        return new Device(key, label, since, isLive() ? time : until, ban);
    }

    Device banned(@Nullable Sanction now) {
        return new Device(key, label, since, until, now);
    }
}

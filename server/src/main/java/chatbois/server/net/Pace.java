package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/// Bounds how fast one member makes what stays and fills the memory of others: chats, invites,
/// names. Sixty at once, and one more each minute. Safe for any thread.
///
/// The generic cell rate algorithm (ITU-T I.371): of each member it keeps one time only, that at
/// which everything would have been made at the steady pace.
public final class Pace {
    private static final int AT_ONCE = 60;
    private static final long MILLIS_EACH = 60_000;
    private static final int SWEPT_AT = 10_000;

    private final Clock clock;

    @GuardedBy("this")
    private final Map<MemberId, Long> due = new HashMap<>();

    public Pace(Clock clock) {
        this.clock = clock;
    }

    /// Counts one more for the member; refuses it if that is too fast.
    synchronized void count(MemberId member) {
        long now = clock.millis();
        long then = Math.max(due.getOrDefault(member, now), now);
        if (then - now > (AT_ONCE - 1) * MILLIS_EACH) {
            throw refused(
                    Code.RATE_LIMITED,
                    "You have changed much in a short time; one more goes each minute.");
        }
        if (due.size() >= SWEPT_AT) {
            due.values().removeIf(past -> past <= now);
        }
        due.put(member, then + MILLIS_EACH);
    }
}

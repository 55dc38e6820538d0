package chatbois.server.live;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;

/// Who is typing where: decides what of it is told, so that nobody can flood others with it. It is
/// never stored. Safe for any thread.
public final class Typists {
    /// More than so many at once look like "several people" anyway.
    private static final int MOST_IN_A_CHAT = 5;

    /// A client tells it again every three seconds while somebody goes on.
    private static final long APART_MILLIS = 2_000;

    private static final long HOLDS_MILLIS = 6_000;
    private static final int SWEPT_AT = 10_000;

    @GuardedBy("this")
    private final Map<LogId, Map<MemberId, Long>> until = new HashMap<>();

    @GuardedBy("this")
    private final Map<MemberId, Long> begun = new HashMap<>();

    /// Whether it is to be told that a member is typing in a chat, or is not any more.
    ///
    /// @param time milliseconds since 1970
    public synchronized boolean isToBeTold(LogId chat, MemberId member, boolean now, long time) {
        Map<MemberId, Long> here = until.getOrDefault(chat, new HashMap<>());
        here.values().removeIf(end -> end <= time);
        boolean told = now ? begins(here, member, time) : here.remove(member) != null;
        if (here.isEmpty()) {
            until.remove(chat);
        } else {
            until.put(chat, here);
        }
        return told;
    }

    @GuardedBy("this")
    private boolean begins(Map<MemberId, Long> here, MemberId member, long time) {
        Long last = begun.get(member);
        boolean tooSoon = last != null && time - last < APART_MILLIS;
        boolean full = here.size() >= MOST_IN_A_CHAT && !here.containsKey(member);
        if (tooSoon || full) {
            return false;
        }
        if (begun.size() >= SWEPT_AT) {
            begun.values().removeIf(past -> time - past >= APART_MILLIS);
            until.values().removeIf(all -> all.values().stream().allMatch(end -> end <= time));
        }
        begun.put(member, time);
        here.put(member, time + HOLDS_MILLIS);
        return true;
    }
}

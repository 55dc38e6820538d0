package chatbois.server.community;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import chatbois.server.store.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// When each member of a slow chat spoke last. Taken from the store when a slow chat is first
/// written to, so that a restart makes nobody faster; chats that are not slow cost nothing. For the
/// writer's thread only.
final class SlowMode {
    private static final int CHATS = 128;

    private final Function<LogId, Map<MemberId, Long>> stored;
    private final Map<LogId, Map<MemberId, Long>> spoke = new RecentlyUsed<>(CHATS);

    /// @param stored when each author spoke last in a chat, by what is on disk
    SlowMode(Function<LogId, Map<MemberId, Long>> stored) {
        this.stored = stored;
    }

    static SlowMode of(Reader reader) {
        return new SlowMode(chat -> reader.log(chat).map(reader::lastMessages).orElse(Map.of()));
    }

    /// Refuses a message that comes too soon after the author's last one.
    ///
    /// @param wait how long this author waits in this chat, in milliseconds; 0 for not at all
    void check(Header header, long wait, long now) {
        if (wait == 0) {
            return;
        }
        Map<MemberId, Long> times = spoke.get(header.log());
        if (times == null) {
            times = new HashMap<>(stored.apply(header.log()));
            spoke.put(header.log(), times);
        }
        Long last = times.get(header.author());
        if (last != null && last + wait > now) {
            throw refused(
                    Code.SLOW_MODE,
                    "Slow mode: one message every %d seconds here. Wait %d seconds, then say it again."
                            .formatted(wait / 1_000, (last + wait - now + 999) / 1_000));
        }
    }

    void spoke(Header header, long time) {
        Map<MemberId, Long> times = spoke.get(header.log());
        if (times != null) {
            times.put(header.author(), time);
        }
    }

    /// What was written last may not be true.
    void forget() {
        spoke.clear();
    }
}

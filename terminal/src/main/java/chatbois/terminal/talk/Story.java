package chatbois.terminal.talk;

import chatbois.client.session.Entry;
import chatbois.log.MemberId;
import chatbois.terminal.media.Wall;
import chatbois.terminal.setting.Settings;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What there is to show of a chat, or of a place that is none.
///
/// @param head what is said before the first entry
/// @param entries oldest first, without gaps unless this is a thread; at the end those that are
///   pending
/// @param atStart whether the chat begins with the first of them
/// @param atEnd whether the chat ends with the last of them, so that all answers are known
/// @param newAfter the last event that had been read when the chat was entered; [#NOTHING_NEW] if
///   that was all
/// @param marked the event that stands out; 0 for none
/// @param answered the messages that are answered, by their places, as far as known
/// @param readBy who has read the last message of one's own that others have read
/// @param thread a message of the thread that it is; 0 if it is the whole chat
/// @param me who looks at it
/// @param zone in which the member lives; looked up when the first time is shown, since that takes
///   a moment
/// @param signs whether the signs that say how words look are shown, too
/// @param wall where pictures go; null if none are shown
public record Story(
        List<String> head,
        List<Entry> entries,
        boolean atStart,
        boolean atEnd,
        List<Local> locals,
        long newAfter,
        long marked,
        Map<Long, Entry> answered,
        ReadBy readBy,
        long thread,
        MemberId me,
        Supplier<ZoneId> zone,
        boolean signs,
        Settings settings,
        @Nullable Wall wall) {
    /// There is no line to draw.
    public static final long NOTHING_NEW = -1;

    /// A story without pictures.
    public Story(
            List<String> head,
            List<Entry> entries,
            boolean atStart,
            boolean atEnd,
            List<Local> locals,
            long newAfter,
            long marked,
            Map<Long, Entry> answered,
            ReadBy readBy,
            long thread,
            MemberId me,
            Supplier<ZoneId> zone,
            boolean signs,
            Settings settings) {
        this(
                head, entries, atStart, atEnd, locals, newAfter, marked, answered, readBy, thread,
                me, zone, signs, settings, null);
    }

    public Story {
        head = List.copyOf(head);
        entries = List.copyOf(entries);
        locals = List.copyOf(locals);
        answered = Map.copyOf(answered);
    }

    /// The place of an entry in the log; one that is pending counts as if it came next.
    long seq(int entry) {
        return seq(entries, entry);
    }

    private static long seq(List<Entry> entries, int entry) {
        int stored = entry;
        while (stored >= 0 && entries.get(stored).seq() == 0) {
            stored--;
        }
        return (stored < 0 ? 0 : entries.get(stored).seq()) + entry - stored;
    }

    /// The place of the last of some entries; 0 if there is none.
    public static long last(List<Entry> entries) {
        return entries.isEmpty() ? 0 : seq(entries, entries.size() - 1);
    }

    /// The last entry that is not behind a place; negative if there is none.
    int at(long seq) {
        int from = 0;
        int to = entries.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (seq(middle) <= seq) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    /// `1 reply`, `2 replies`.
    public static String replies(int count) {
        return count == 1 ? "1 reply" : count + " replies";
    }

    /// `200+ replies`: so many at least.
    public static String manyReplies(int count) {
        return count + "+ replies";
    }

    /// How many answers in here each message leads to, by its place.
    Map<Long, Integer> replies() {
        Map<Long, Long> roots = new HashMap<>();
        Map<Long, Integer> replies = new HashMap<>();
        for (Entry entry : entries) {
            Long answered = entry.marks().replyTo();
            if (answered != null && entry.isMessage()) {
                long root = roots.getOrDefault(answered, answered);
                roots.put(entry.seq(), root);
                replies.merge(root, 1, Integer::sum);
            }
        }
        return replies;
    }
}

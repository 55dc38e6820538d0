package chatbois.terminal.talk;

import chatbois.client.session.Entry;
import chatbois.log.MemberId;
import chatbois.terminal.setting.Settings;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What there is to show of a chat, or of a place that is none.
///
/// @param head what is said before the first entry
/// @param entries without gaps, oldest first; at the end those that are pending
/// @param atStart whether the chat begins with the first of them
/// @param newAfter the last event that had been read when the chat was entered; [#NOTHING_NEW] if
///   that was all
/// @param marked the event that stands out; 0 for none
/// @param answered the messages that are answered, by their places, as far as known
/// @param me who looks at it
/// @param signs whether the signs that say how words look are shown, too
public record Story(
        List<String> head,
        List<Entry> entries,
        boolean atStart,
        List<Local> locals,
        long newAfter,
        long marked,
        Map<Long, Entry> answered,
        MemberId me,
        ZoneId zone,
        boolean signs,
        Settings settings) {
    /// There is no line to draw.
    public static final long NOTHING_NEW = -1;

    public Story {
        head = List.copyOf(head);
        entries = List.copyOf(entries);
        locals = List.copyOf(locals);
        answered = Map.copyOf(answered);
    }

    /// The place of an entry in the log; one that is pending counts as if it came next.
    long seq(int entry) {
        long first = entries.getFirst().seq();
        return Math.max(first, 1) + entry;
    }
}

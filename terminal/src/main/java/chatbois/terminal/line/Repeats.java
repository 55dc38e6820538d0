package chatbois.terminal.line;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import java.util.HashMap;
import java.util.Map;

/// Knows what was told already by the message itself: who reads back gets messages as they are by
/// now, and then the events that made them so. For one thread.
final class Repeats {
    /// Up to which event what was told of a message has in it what was done to it.
    private final Map<Long, Long> told = new HashMap<>();

    /// Whether the next entry of a chat says nothing new.
    boolean isKnown(Entry entry) {
        return switch (entry.said()) {
            case Said.Text _, Said.Action _ -> {
                if (entry.marks().isEdited()) {
                    told.put(entry.seq(), entry.marks().edit());
                }
                yield false;
            }
            case Said.Deleted _ -> {
                told.put(entry.seq(), Long.MAX_VALUE);
                yield false;
            }
            case Said.Done(MessageEdited edited, _) -> isKnown(edited.seq(), entry.seq());
            case Said.Done(MessageDeleted deleted, _) -> {
                boolean known = isKnown(deleted.seq(), entry.seq());
                told.remove(deleted.seq());
                yield known;
            }
            case Said _ -> false;
        };
    }

    private boolean isKnown(long message, long event) {
        long upTo = told.getOrDefault(message, 0L);
        if (event >= upTo) {
            told.remove(message);
        }
        return event <= upTo;
    }
}

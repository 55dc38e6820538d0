package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is pinned in a chat, by its place in the log. Not thread-safe.
final class Pins {
    private final Set<Long> pinned = new LinkedHashSet<>();

    /// @param seen how many events of the chat the author has seen
    void check(MessagePinned event, long seen) {
        long seq = event.seq();
        if (seq < 1 || seq > seen) {
            throw refused(Code.BAD_REQUEST, "Only what one has seen in this chat can be pinned.");
        }
        if (pinned.contains(seq)) {
            throw refused(Code.ALREADY_THERE, "This is pinned already.");
        }
        if (pinned.size() >= Limits.PINS) {
            throw refused(
                    Code.TOO_MANY, "A chat has at most " + Limits.PINS + " pins; /unpin some.");
        }
    }

    void check(MessageUnpinned event) {
        if (!pinned.contains(event.seq())) {
            throw refused(Code.BAD_REQUEST, "That is not pinned; /pins lists what is.");
        }
    }

    boolean holds(long seq) {
        return pinned.contains(seq);
    }

    void add(long seq) {
        pinned.add(seq);
    }

    void remove(long seq) {
        pinned.remove(seq);
    }

    void clear() {
        pinned.clear();
    }

    /// The oldest pin first.
    List<Long> list() {
        return List.copyOf(pinned);
    }
}

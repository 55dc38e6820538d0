package chatbois.terminal.edit;

import java.util.ArrayDeque;
import java.util.Deque;

/// The last texts that were cut out, to put them back elsewhere.
final class KillRing {
    private static final int MOST = 16;

    private final Deque<String> texts = new ArrayDeque<>();

    void add(String text) {
        texts.addFirst(text);
        if (texts.size() > MOST) {
            texts.removeLast();
        }
    }

    /// Makes one of what was cut in a row, in the order in which it stood.
    void extend(String text, boolean forward) {
        String last = texts.removeFirst();
        texts.addFirst(forward ? last + text : text + last);
    }

    /// The latest text; empty if there is none.
    String latest() {
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /// Makes the one before the latest.
    void turn() {
        if (!texts.isEmpty()) {
            texts.addLast(texts.removeFirst());
        }
    }
}

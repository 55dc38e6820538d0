package chatbois.client.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The stretch of a chat that is in memory: without gaps, never longer than [#LIMIT]. What is added
/// at one end falls off at the other. Guarded by the session's lock.
final class Window {
    static final int LIMIT = 600;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private boolean atEnd = true;

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// Whether the newest event is in it, so that new ones are added as they come.
    boolean atEnd() {
        return atEnd;
    }

    long first() {
        return entries.isEmpty() ? 0 : entries.getFirst().seq();
    }

    long last() {
        return entries.isEmpty() ? 0 : entries.getLast().seq();
    }

    /// Live events go on after that one. If that leaves a gap, the window begins anew.
    void begin(long after) {
        if (atEnd && last() != after) {
            entries.clear();
        }
    }

    /// Takes an event that happens now.
    void live(Entry entry) {
        if (!atEnd || entry.seq() <= last()) {
            return;
        }
        if (last() + 1 != entry.seq()) {
            entries.clear();
        }
        entries.addLast(entry);
        trimFront();
    }

    /// Takes the page that ends before the first entry.
    void older(List<Entry> page) {
        if (page.isEmpty() || page.getLast().seq() + 1 != first()) {
            return;
        }
        page.reversed().forEach(entries::addFirst);
        while (entries.size() > LIMIT) {
            entries.removeLast();
            atEnd = false;
        }
    }

    /// Takes the page that begins after the last entry.
    ///
    /// @param size how many events the log has
    void newer(List<Entry> page, long size) {
        if (!page.isEmpty() && page.getFirst().seq() == last() + 1) {
            entries.addAll(page);
            trimFront();
        }
        atEnd = last() == size;
    }

    /// Takes the page that was the last one when it was asked for.
    void end(List<Entry> page, long size) {
        if (page.isEmpty() || (atEnd && last() >= page.getLast().seq())) {
            older(page);
            return;
        }
        entries.clear();
        entries.addAll(page);
        atEnd = last() == size;
    }

    /// Takes a page from anywhere in place of all that it has.
    void jump(List<Entry> page, long size) {
        entries.clear();
        entries.addAll(page);
        atEnd = last() == size;
    }

    private void trimFront() {
        while (entries.size() > LIMIT) {
            entries.removeFirst();
        }
    }
}

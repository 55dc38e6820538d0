package chatbois.client.session;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The stretch of a chat that is in memory: without gaps, never longer than [#LIMIT]. What is added
/// at one end falls off at the other. Guarded by the session's lock.
final class Window {
    static final int LIMIT = 600;

    private static final int RECENT = 256;
    private static final int ANSWERED = 1_000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /// What was done to messages lately: a page that was asked for before it doesn't know it yet.
    private final Deque<Amendment> recent = new ArrayDeque<>();

    private final SequencedMap<Long, Entry> answered = new LinkedHashMap<>();

    private boolean atEnd = true;

    /// The last event that was told as it happened.
    private long live;

    /// @param live the last event that was told before
    Window(long live) {
        this.live = live;
    }

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

    /// Live events go on after that one. If that leaves a gap, the window begins anew: what was
    /// done in it to the messages here is not known.
    void begin(long after) {
        if (live != after) {
            recent.clear();
            answered.clear();
            entries.clear();
            atEnd = true;
        } else if (atEnd && last() != after) {
            entries.clear();
        }
        live = after;
    }

    /// Takes an event that happens now.
    void live(Entry entry) {
        live = entry.seq();
        Amendment.in(List.of(entry)).forEach(this::amend);
        if (!atEnd || entry.seq() <= last()) {
            return;
        }
        if (last() + 1 != entry.seq()) {
            entries.clear();
        }
        entries.addLast(entry);
        trimFront();
    }

    private void amend(Amendment amendment) {
        recent.addLast(amendment);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
        long seq = amendment.what().seq();
        if (seq >= first() && seq <= last()) {
            List<Entry> now = entries.stream().map(amendment::to).toList();
            entries.clear();
            entries.addAll(now);
        }
        answered.computeIfPresent(seq, (_, entry) -> amendment.to(entry));
    }

    /// The page with what was done lately.
    private List<Entry> current(List<Entry> page) {
        return page.stream().map(this::current).toList();
    }

    private Entry current(Entry entry) {
        Entry now = entry;
        for (Amendment amendment : recent) {
            now = amendment.to(now);
        }
        return now;
    }

    /// Takes messages that are answered in it and lie outside.
    void answered(Collection<Entry> messages) {
        messages.forEach(entry -> answered.put(entry.seq(), current(entry)));
        while (answered.size() > ANSWERED) {
            answered.pollFirstEntry();
        }
    }

    /// The entry at a place in it.
    Optional<Entry> at(long seq) {
        return entries.stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    /// A message outside that is answered in it, if it is known by now.
    Optional<Entry> outside(long seq) {
        return Optional.ofNullable(answered.get(seq));
    }

    /// Takes the page that ends before the first entry.
    void older(List<Entry> page) {
        if (page.isEmpty() || page.getLast().seq() + 1 != first()) {
            return;
        }
        current(page).reversed().forEach(entries::addFirst);
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
            entries.addAll(current(page));
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
        entries.addAll(current(page));
        atEnd = last() == size;
    }

    /// Takes a page from anywhere in place of all that it has.
    void jump(List<Entry> page, long size) {
        entries.clear();
        entries.addAll(current(page));
        atEnd = last() == size;
    }

    private void trimFront() {
        while (entries.size() > LIMIT) {
            entries.removeFirst();
        }
    }
}

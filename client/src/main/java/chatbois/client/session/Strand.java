package chatbois.client.session;

import chatbois.protocol.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The messages of a thread that are in memory: the one at its root, what answers that, and what
/// answers those. What is said to answer something later is no answer. Guarded by the session's
/// lock.
final class Strand {
    /// How many messages are kept besides the root; the newest.
    private static final int LIMIT = 600;

    private static final int RECENT = 256;

    private final long asked;
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();

    /// What happened lately: a page that was asked for before it doesn't know it yet.
    private final Deque<Entry> recent = new ArrayDeque<>();

    private boolean filled;

    /// The last event that was told as it happened.
    private long live;

    /// @param asked any message of the thread
    /// @param live the last event that was told before
    Strand(long asked, long live) {
        this.asked = asked;
        this.live = live;
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    boolean has(@Nullable Long seq) {
        return seq != null && entries.containsKey(seq);
    }

    /// Whether there is all that there is to know.
    boolean isFilled() {
        return filled;
    }

    /// Live events go on after that one. If that leaves a gap, what is in it has to be asked for.
    void begin(long after) {
        if (live != after) {
            recent.clear();
            filled = false;
        }
        live = after;
    }

    /// Takes an event that happens now.
    void live(Entry entry) {
        live = entry.seq();
        recent.addLast(entry);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
        add(entry);
    }

    /// Takes what was asked for, in order, in place of what is here.
    void fill(List<Entry> found) {
        entries.clear();
        long root = root(found);
        for (Entry entry : found) {
            if (entry.seq() == root || isGone(entry) && entry.seq() > root) {
                entries.put(entry.seq(), entry);
            } else {
                add(entry);
            }
        }
        filled = true;
        List.copyOf(recent).forEach(this::add);
    }

    /// The earliest of them that the one that was asked for leads to.
    private long root(List<Entry> found) {
        NavigableMap<Long, Entry> known = new TreeMap<>();
        found.forEach(entry -> known.put(entry.seq(), entry));
        long root = asked;
        for (int steps = 0; steps < Limits.RELATED; steps++) {
            Entry entry = known.get(root);
            Long answered = entry == null ? null : entry.marks().replyTo();
            if (answered == null || answered >= root || !known.containsKey(answered)) {
                break;
            }
            root = answered;
        }
        return root;
    }

    /// What a message answered goes with its text: here the server's word counts.
    private static boolean isGone(Entry entry) {
        return entry.said() instanceof Said.Deleted || entry.said() instanceof Said.Erased;
    }

    private void add(Entry entry) {
        Amendment.in(List.of(entry))
                .forEach(amendment ->
                        entries.computeIfPresent(
                                amendment.what().seq(), (_, now) -> amendment.to(now)));
        Long answered = entry.marks().replyTo();
        if (entry.isMessage()
                && answered != null
                && answered < entry.seq()
                && entries.containsKey(answered)) {
            entries.putIfAbsent(entry.seq(), entry);
            if (entries.size() > LIMIT) {
                entries.remove(entries.navigableKeySet().higher(entries.firstKey()));
            }
        }
    }
}

package chatbois.client.session;

import chatbois.protocol.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The messages of a thread that are in memory: the one at its root, what answers that, and what
/// answers those. What is said to answer something later is no answer. Guarded by the session's
/// lock.
final class Strand {
    /// How many messages are kept besides the root; the newest.
    static final int LIMIT = 600;

    private static final int RECENT = 256;

    private final long asked;
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();

    /// What happened lately: a page that was asked for before it doesn't know it yet.
    private final Deque<Entry> recent = new ArrayDeque<>();

    /// What belonged to it and is not kept, so that what answers it is known to belong to it.
    private final Set<Long> dropped = new HashSet<>();

    private int droppedReplies;

    private boolean filled;

    /// Whether there are messages in it that are not known.
    private boolean cut;

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

    /// What is not among the entries.
    Timeline.Earlier earlier() {
        return new Timeline.Earlier(droppedReplies, cut);
    }

    boolean has(@Nullable Long seq) {
        return seq != null && (entries.containsKey(seq) || dropped.contains(seq));
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
    void fill(Pager.Found found) {
        entries.clear();
        dropped.clear();
        droppedReplies = 0;
        cut = found.more() || found.entries().size() >= Limits.THREAD_STEPS;
        long root = root(found.entries());
        for (Entry entry : found.entries()) {
            if (entry.seq() == root) {
                entries.put(root, entry);
                cut |= entry.marks().replyTo() != null;
            } else if (isGone(entry) && entry.seq() > root) {
                keep(entry);
            } else {
                add(entry);
            }
        }
        filled = true;
        List.copyOf(recent).forEach(this::add);
    }

    /// The earliest of them that the one that was asked for leads to. What only stands before or
    /// beside that in the answer would be the server's word alone.
    private long root(List<Entry> found) {
        NavigableMap<Long, Entry> known = new TreeMap<>();
        found.forEach(entry -> known.put(entry.seq(), entry));
        long root = known.isEmpty() || known.containsKey(asked) ? asked : known.firstKey();
        for (int steps = 0; steps < Limits.THREAD_STEPS; steps++) {
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
                && has(answered)
                && !has(entry.seq())) {
            keep(entry);
        }
    }

    /// The one at the root and the one that was asked for stay.
    private void keep(Entry entry) {
        entries.put(entry.seq(), entry);
        if (entries.size() > LIMIT) {
            entries.values().stream()
                    .skip(1)
                    .filter(kept -> kept.seq() != asked)
                    .findFirst()
                    .ifPresent(this::drop);
        }
    }

    private void drop(Entry entry) {
        entries.remove(entry.seq());
        dropped.add(entry.seq());
        droppedReplies += entry.isMessage() ? 1 : 0;
    }
}

package chatbois.client.session;

import chatbois.log.LogId;
import chatbois.protocol.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/// An open chat: a window that slides over its whole history and never grows beyond a bound. While
/// the window is at the end, what happens is added to it. Safe for any thread.
public final class Timeline implements AutoCloseable {
    /// The most entries in the window, those that are pending not counted.
    public static final int LIMIT = Window.LIMIT;

    /// The window at one moment.
    ///
    /// @param entries oldest first; at the end those that are pending
    /// @param atStart whether the chat's first event is in it
    /// @param atEnd whether the newest event is in it
    /// @param answered the messages that are answered in it, by their places, as far as known
    /// @param earlier of a thread, what is not in it
    public record View(
            List<Entry> entries,
            boolean atStart,
            boolean atEnd,
            Map<Long, Entry> answered,
            Earlier earlier) {
        public View(
                List<Entry> entries, boolean atStart, boolean atEnd, Map<Long, Entry> answered) {
            this(entries, atStart, atEnd, answered, Earlier.NONE);
        }

        public View(List<Entry> entries, boolean atStart, boolean atEnd) {
            this(entries, atStart, atEnd, Map.of());
        }
    }

    /// What belongs to a thread and is not shown of it, since it is too long.
    ///
    /// @param replies how many are known
    /// @param more whether there may be others
    public record Earlier(int replies, boolean more) {
        public static final Earlier NONE = new Earlier(0, false);

        public boolean isNone() {
            return replies == 0 && !more;
        }
    }

    /// What a page does to the window of a chat with that many events.
    private interface Slide {
        void by(Window window, long size, List<Entry> page);
    }

    private final LogId chat;
    private final Guarded guarded;
    private final Pager pager;

    /// The messages that were asked for because they are answered.
    private final Set<Long> fetched = ConcurrentHashMap.newKeySet();

    Timeline(LogId chat, Guarded guarded, Pager pager) {
        this.chat = chat;
        this.guarded = guarded;
        this.pager = pager;
    }

    public LogId chat() {
        return chat;
    }

    /// What is in the window now; nothing when the timeline is closed or the member left the chat.
    public View view() {
        return guarded.with(model -> {
            Chat open = model.track(chat).orElse(null) instanceof Chat c ? c : null;
            Window window = open == null ? null : open.window();
            if (open == null || window == null) {
                return new View(List.of(), true, true);
            }
            boolean atStart = window.first() == 1 || open.size() == 0;
            List<Entry> entries = open.entries(model.around().hidden());
            return new View(
                    entries, atStart, window.atEnd(), answered(model, open, window, entries));
        });
    }

    private Map<Long, Entry> answered(Model model, Chat open, Window window, List<Entry> entries) {
        Map<Long, Entry> answered = new HashMap<>();
        for (Entry entry : entries) {
            Long seq = entry.marks().replyTo();
            if (seq != null && !answered.containsKey(seq)) {
                inside(entries, seq)
                        .or(() -> window.outside(seq))
                        .map(found -> open.visible(List.of(found), model.around().hidden()))
                        .ifPresentOrElse(
                                found -> answered.put(seq, found.getFirst()),
                                () -> model.afterwards(() -> fetch(seq)));
            }
        }
        return answered;
    }

    /// Entries have no gaps, so that the place in the log leads to the one in the list.
    private static Optional<Entry> inside(List<Entry> entries, long seq) {
        long index = seq - entries.getFirst().seq();
        return index >= 0 && index < entries.size()
                ? Optional.of(entries.get((int) index)).filter(entry -> entry.seq() == seq)
                : Optional.empty();
    }

    /// Slides towards the first event, by a page.
    public CompletableFuture<Void> older() {
        long first = at(Window::first);
        if (first == 0) {
            return toEnd();
        }
        return slide(
                pager.endingAt(chat, first - 1, Limits.PAGE_EVENTS),
                (window, _, page) -> window.older(page));
    }

    /// Slides towards the newest event, by a page.
    public CompletableFuture<Void> newer() {
        long next = at(window -> window.atEnd() ? 0 : window.last() + 1);
        return next == 0
                ? CompletableFuture.completedFuture(null)
                : slide(
                        pager.beginningAt(chat, next),
                        (window, size, page) -> window.newer(page, size));
    }

    /// Jumps to the newest event.
    public CompletableFuture<Void> toEnd() {
        return slide(
                        pager.endingAt(chat, Long.MAX_VALUE, Limits.PAGE_EVENTS),
                        (window, size, page) -> window.end(page, size))
                .thenCompose(_ -> newer());
    }

    /// Jumps to where an event is, with half a page behind it.
    public CompletableFuture<Void> to(long seq) {
        return slide(
                pager.endingAt(chat, seq + Limits.PAGE_EVENTS / 2, Limits.PAGE_EVENTS),
                (window, size, page) -> window.jump(page, size));
    }

    /// Fills the window when there is a connection at last.
    void fill() {
        if (view().entries().isEmpty()) {
            toEnd();
        }
    }

    private CompletableFuture<Void> slide(CompletableFuture<Pager.Page> page, Slide slide) {
        return page.thenAccept(found ->
                guarded.change(model -> {
                    if (model.track(chat).orElse(null) instanceof Chat open
                            && open.window() != null) {
                        open.window().answered(found.answered());
                        slide.by(open.window(), open.newest().size(), found.entries());
                    }
                }));
    }

    /// Fetches a message that was answered just now.
    private void fetch(long seq) {
        if (fetched.add(seq)) {
            pager.endingAt(chat, seq, 1)
                    .thenAccept(found ->
                            guarded.change(model -> {
                                if (model.track(chat).orElse(null) instanceof Chat open
                                        && open.window() != null) {
                                    open.window().answered(found.entries());
                                }
                            }))
                    .exceptionally(_ -> {
                        fetched.remove(seq);
                        return null;
                    });
        }
    }

    /// A place in the window; 0 when the timeline is closed or the member left the chat.
    private long at(ToLongFunction<Window> place) {
        return guarded.with(model ->
                model.track(chat).orElse(null) instanceof Chat open && open.window() != null
                        ? place.applyAsLong(open.window())
                        : 0L);
    }

    /// Stops following; the window's memory is given back.
    @Override
    public void close() {
        guarded.change(model -> {
            if (model.track(chat).orElse(null) instanceof Chat open) {
                open.shut();
            }
        });
    }
}

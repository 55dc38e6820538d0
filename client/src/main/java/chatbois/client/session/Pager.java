package chatbois.client.session;

import chatbois.client.link.Link;
import chatbois.log.Event;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.TreeHead;
import chatbois.protocol.Limits;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Fetches stretches of history and checks them against the newest head that is known to be the
/// log's. Safe for any thread.
final class Pager {
    private record Asked(Link link, TreeHead trusted) {}

    /// An event and how it reads.
    record Told(Event event, Entry entry) {}

    /// What there is of a thread, in order.
    ///
    /// @param more whether there are others between the root and these
    record Found(List<Entry> entries, boolean more) {}

    /// A stretch of history.
    ///
    /// @param answered the messages before it that are answered in it
    record Page(List<Told> told, List<Entry> answered) {
        static final Page EMPTY = new Page(List.of(), List.of());

        List<Entry> entries() {
            return told.stream().map(Told::entry).toList();
        }

        long first() {
            return told.getFirst().event().seq();
        }

        long last() {
            return told.getLast().event().seq();
        }
    }

    /// How many answers are asked for about one thread: twice what it takes if all are full.
    private static final int THREAD_ANSWERS = 2 * Limits.THREAD_STEPS / Limits.THREAD;

    private final Guarded guarded;

    Pager(Guarded guarded) {
        this.guarded = guarded;
    }

    /// At most a page of entries that ends with `last`, or with the newest one if that is earlier.
    CompletableFuture<Page> endingAt(LogId chat, long last, int limit) {
        Asked asked;
        try {
            asked = guarded.with(model -> asked(model, chat));
        } catch (IOException | Refused e) {
            return CompletableFuture.failedFuture(e);
        }
        TreeHead trusted = asked.trusted();
        long end = Math.min(last, trusted.size());
        if (end < 1) {
            return CompletableFuture.completedFuture(Page.EMPTY);
        }
        Request.Page page = new Request.Page(chat, end, limit, trusted.size());
        return asked.link()
                .request(page)
                .thenCompose(reply -> verified(asked.link(), page, trusted, reply))
                .thenCompose(told -> whole(asked, chat, told));
    }

    /// The page as it reads after what was done to its messages, in it and behind it.
    private CompletableFuture<Page> whole(Asked asked, LogId chat, List<Told> told) {
        Page page = new Page(told, List.of());
        List<Amendment> inside = Amendment.in(page.entries());
        if (!reachesOut(page, asked.trusted().size())) {
            return CompletableFuture.completedFuture(amended(page, inside, List.of()));
        }
        Request.Related related =
                new Request.Related(chat, page.first(), page.last(), asked.trusted().size());
        return asked.link()
                .request(related)
                .thenCompose(reply -> related(asked, chat, reply))
                .thenApply(others -> {
                    List<Amendment> all = new ArrayList<>(inside);
                    all.addAll(Amendment.in(others));
                    all.sort(Comparator.comparingLong(Amendment::seq));
                    return amended(page, all, others);
                });
    }

    /// Whether something outside belongs to it: what came later, or what is answered in it.
    private static boolean reachesOut(Page page, long size) {
        return page.entries().stream().anyMatch(Entry::isMessage) && page.last() < size
                || page.entries().stream()
                        .map(entry -> entry.marks().replyTo())
                        .anyMatch(seq -> seq != null && seq < page.first());
    }

    private static Page amended(Page page, List<Amendment> all, List<Entry> others) {
        List<Told> now =
                page.told().stream()
                        .map(told -> new Told(told.event(), after(told.entry(), all)))
                        .toList();
        List<Entry> answered =
                others.stream()
                        .filter(entry -> entry.seq() < page.first())
                        .map(entry -> after(entry, all))
                        .toList();
        return new Page(now, answered);
    }

    /// The messages of a thread as they read by now, in order. A long one takes several answers,
    /// from its end to its root, so that what answers what can be seen and need not be believed.
    ///
    /// @param seq of any of them
    CompletableFuture<Found> thread(LogId chat, long seq) {
        Asked asked;
        try {
            asked = guarded.with(model -> asked(model, chat));
        } catch (IOException | Refused e) {
            return CompletableFuture.failedFuture(e);
        }
        Request.ThreadOf newest = new Request.ThreadOf(chat, seq, asked.trusted().size());
        return backwards(asked, newest, new TreeMap<>(), THREAD_ANSWERS);
    }

    /// @param known what came in the answers before
    /// @param most how many answers are asked for
    private CompletableFuture<Found> backwards(
            Asked asked, Request.ThreadOf request, SortedMap<Long, Entry> known, int most) {
        return asked.link()
                .request(request)
                .thenCompose(reply ->
                        related(asked, request.log(), reply)
                                .thenCompose(found -> {
                                    found.forEach(entry -> known.putIfAbsent(entry.seq(), entry));
                                    boolean more =
                                            reply instanceof Reply.Related(_, var is)
                                                    && Boolean.TRUE.equals(is);
                                    Long next = more && most > 1 ? next(request, found) : null;
                                    return next == null
                                            ? CompletableFuture.completedFuture(found(known, more))
                                            : backwards(
                                                    asked, before(next, request), known, most - 1);
                                }));
    }

    /// Where an answer begins behind the root; null if that leads no further.
    private static @Nullable Long next(Request.ThreadOf request, List<Entry> found) {
        return found.stream()
                .filter(entry -> !entry.isSilent())
                .map(Entry::seq)
                .sorted()
                .skip(1)
                .findFirst()
                .filter(first -> request.before() == null || first < request.before())
                .orElse(null);
    }

    private static Request.ThreadOf before(long seq, Request.ThreadOf request) {
        return new Request.ThreadOf(request.log(), request.seq(), request.size(), seq);
    }

    private static Found found(SortedMap<Long, Entry> known, boolean more) {
        List<Amendment> all = Amendment.in(List.copyOf(known.values()));
        List<Entry> entries =
                known.values().stream()
                        .filter(entry -> !entry.isSilent())
                        .map(entry -> after(entry, all))
                        .toList();
        return new Found(entries, more);
    }

    private static Entry after(Entry entry, List<Amendment> all) {
        Entry now = entry;
        for (Amendment amendment : all) {
            now = amendment.to(now);
        }
        return now;
    }

    private CompletableFuture<List<Entry>> related(Asked asked, LogId chat, Reply reply) {
        if (!(reply instanceof Reply.Related(List<LogPage> events, _))
                || events.size() > Limits.RELATED) {
            return CompletableFuture.failedFuture(
                    new IOException("The server sent something else than what was asked for."));
        }
        List<CompletableFuture<List<Told>>> told = new ArrayList<>();
        for (LogPage one : events) {
            if (one.events().size() != 1) {
                return CompletableFuture.failedFuture(
                        new IOException("The server sent more than what was asked for."));
            }
            long seq = one.events().getFirst().seq();
            told.add(
                    verified(
                            asked.link(),
                            new Request.Page(chat, seq, 1, asked.trusted().size()),
                            asked.trusted(),
                            new Reply.Paged(one)));
        }
        return CompletableFuture.allOf(told.toArray(CompletableFuture[]::new))
                .thenApply(_ ->
                        told.stream()
                                .flatMap(each -> each.join().stream())
                                .map(Told::entry)
                                .toList());
    }

    private CompletableFuture<List<Told>> verified(
            Link link, Request.Page asked, TreeHead trusted, Reply reply) {
        try {
            LogPage page = page(asked, reply);
            page.verify(asked.log(), trusted);
            return guarded.<Boolean, RuntimeException>with(m -> m.knowsAuthors(page.events()))
                    ? told(page)
                    : afterMembers(link, page);
        } catch (LogBroken e) {
            return broken(e);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /// A newcomer's words may overtake the news that there is a newcomer: asks whether there is
    /// more of it. If not, the page is not by members.
    private CompletableFuture<List<Told>> afterMembers(Link link, LogPage page) {
        return link.request(guarded.with(Model::pageAfterMembers))
                .handle((_, failure) -> failure instanceof Refused ? told(page) : notYet())
                .thenCompose(told -> told);
    }

    private static CompletableFuture<List<Told>> notYet() {
        return CompletableFuture.failedFuture(
                new IOException("Not all members are known yet; try again in a moment."));
    }

    private CompletableFuture<List<Told>> told(LogPage page) {
        try {
            return CompletableFuture.completedFuture(tell(page));
        } catch (LogBroken e) {
            return broken(e);
        }
    }

    private CompletableFuture<List<Told>> broken(LogBroken found) {
        guarded.change(model -> model.broken(found));
        return CompletableFuture.failedFuture(found);
    }

    /// At most a page of entries that begins with `first`; nothing if there is none yet.
    CompletableFuture<Page> beginningAt(LogId chat, long first) {
        return beginningAt(chat, first, Limits.PAGE_EVENTS);
    }

    /// A page is bounded in bytes too, and filled from its end: if it doesn't reach down to
    /// `first`, a shorter one may.
    CompletableFuture<Page> beginningAt(LogId chat, long first, int limit) {
        long newest;
        try {
            newest = guarded.with(model -> asked(model, chat).trusted().size());
        } catch (IOException | Refused e) {
            return CompletableFuture.failedFuture(e);
        }
        if (first > newest) {
            return CompletableFuture.completedFuture(Page.EMPTY);
        }
        long last = Math.min(first + limit - 1, newest);
        return endingAt(chat, last, (int) (last - first + 1))
                .thenCompose(page ->
                        page.first() == first || limit == 1
                                ? CompletableFuture.completedFuture(page)
                                : beginningAt(chat, first, limit / 2));
    }

    private static Asked asked(Model model, LogId id) throws IOException {
        Chat chat = model.chat(id);
        if (chat.broken() != null) {
            throw new IOException(chat.broken().report());
        }
        return new Asked(model.needLink(), chat.newest());
    }

    private static LogPage page(Request.Page asked, Reply reply) throws IOException {
        if (!(reply instanceof Reply.Paged(LogPage page))
                || page.events().isEmpty()
                || page.events().size() > asked.limit()
                || page.events().getLast().seq() != asked.last()) {
            throw new IOException("The server sent another page than the one asked for.");
        }
        return page;
    }

    private List<Told> tell(LogPage page) throws LogBroken {
        return guarded.with(model -> {
            List<Told> told = new ArrayList<>();
            for (Event event : page.events()) {
                told.add(new Told(event, model.teller().tell(event)));
            }
            return told;
        });
    }
}

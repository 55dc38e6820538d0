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
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Fetches stretches of history and checks them against the newest head that is known to be the
/// log's. Safe for any thread.
final class Pager {
    private record Asked(Link link, TreeHead trusted) {}

    /// An event and how it reads.
    record Told(Event event, Entry entry) {}

    private final Guarded guarded;

    Pager(Guarded guarded) {
        this.guarded = guarded;
    }

    /// At most a page of entries that ends with `last`, or with the newest one if that is earlier.
    CompletableFuture<List<Entry>> endingAt(LogId chat, long last, int limit) {
        return toldEndingAt(chat, last, limit).thenApply(Pager::entries);
    }

    static List<Entry> entries(List<Told> page) {
        return page.stream().map(Told::entry).toList();
    }

    private CompletableFuture<List<Told>> toldEndingAt(LogId chat, long last, int limit) {
        Asked asked;
        try {
            asked = guarded.with(model -> asked(model, chat));
        } catch (IOException | Refused e) {
            return CompletableFuture.failedFuture(e);
        }
        TreeHead trusted = asked.trusted();
        long end = Math.min(last, trusted.size());
        if (end < 1) {
            return CompletableFuture.completedFuture(List.of());
        }
        Request.Page page = new Request.Page(chat, end, limit, trusted.size());
        return asked.link()
                .request(page)
                .thenCompose(reply -> verified(asked.link(), page, trusted, reply));
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
    CompletableFuture<List<Entry>> beginningAt(LogId chat, long first) {
        return beginningAt(chat, first, Limits.PAGE_EVENTS);
    }

    CompletableFuture<List<Entry>> beginningAt(LogId chat, long first, int limit) {
        return toldBeginningAt(chat, first, limit).thenApply(Pager::entries);
    }

    /// The same, with the events.
    CompletableFuture<List<Told>> toldBeginningAt(LogId chat, long first) {
        return toldBeginningAt(chat, first, Limits.PAGE_EVENTS);
    }

    /// A page is bounded in bytes too, and filled from its end: if it doesn't reach down to
    /// `first`, a shorter one may.
    private CompletableFuture<List<Told>> toldBeginningAt(LogId chat, long first, int limit) {
        long newest;
        try {
            newest = guarded.with(model -> asked(model, chat).trusted().size());
        } catch (IOException | Refused e) {
            return CompletableFuture.failedFuture(e);
        }
        if (first > newest) {
            return CompletableFuture.completedFuture(List.of());
        }
        long last = Math.min(first + limit - 1, newest);
        return toldEndingAt(chat, last, (int) (last - first + 1))
                .thenCompose(page ->
                        page.getFirst().event().seq() == first || limit == 1
                                ? CompletableFuture.completedFuture(page)
                                : toldBeginningAt(chat, first, limit / 2));
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

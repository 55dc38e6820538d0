package chatbois.server.live;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.Follower;
import chatbois.log.Frontier;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.MemberId;
import chatbois.log.Merkle;
import chatbois.log.SignedHead;
import chatbois.log.SigningKey;
import chatbois.log.Subtrees;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.server.community.Community;
import chatbois.server.community.Ledger;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import chatbois.server.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Answers out of the stored logs: stretches of events with the proofs that they belong there, for
/// those who may read them. Safe for any thread; blocks while it reads.
public final class Archive {
    private final Community community;
    private final Store store;
    private final SigningKey serverKey;

    public Archive(Community community, Store store, SigningKey serverKey) {
        this.community = community;
        this.store = store;
        this.serverKey = serverKey;
    }

    /// Where a reader takes a log up.
    public Reply.Resumed.Start start(Request.Resume.From from, MemberId member, VerifyKey device) {
        return read(
                from.log(),
                member,
                (reader, row) -> {
                    long after =
                            from.after() < 0
                                    ? Math.max(0, row.size() - Limits.PAGE_EVENTS)
                                    : from.after();
                    return new Reply.Resumed.Start(
                            row.log(),
                            offer(
                                    row,
                                    reader.tree(row),
                                    Math.min(after, row.size()),
                                    from.pinned()),
                            reader.lastAuthorSeq(row, device));
                });
    }

    private static Follower.Offer offer(LogRow row, Subtrees tree, long after, TreeHead pinned) {
        long size = row.size();
        // A reader who knows more than there is gets no proof: it will see that the log is shorter.
        List<Bytes32> fromPinned =
                pinned.size() > size ? List.of() : Merkle.consistency(pinned.size(), size, tree);
        return new Follower.Offer(
                row.head(),
                fromPinned,
                Frontier.at(after, tree),
                Merkle.consistency(after, size, tree));
    }

    /// The events from `next` on that fit into one push, or nothing if there are none yet.
    Optional<Push.Events> after(LogId log, long next, MemberId member) {
        return read(
                log,
                member,
                (reader, row) -> {
                    long to = Math.min(row.size(), next + Limits.PAGE_EVENTS - 1);
                    List<Event> events = reader.events(row, next, to, Limits.PAGE_BYTES);
                    return events.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Push.Events(log, events, head(reader, row, events)));
                });
    }

    private SignedHead head(Reader reader, LogRow row, List<Event> events) {
        long size = events.getLast().seq();
        return size == row.size()
                ? row.head()
                : SignedHead.sign(
                        row.log(), Ledger.EPOCH, Merkle.head(size, reader.tree(row)), serverKey);
    }

    /// A stretch of history that ends with event `last`.
    public LogPage page(Request.Page request, MemberId member) {
        return read(
                request.log(),
                member,
                (reader, row) -> {
                    if (request.size() > row.size()
                            || request.last() > request.size()
                            || request.last() < 1
                            || request.limit() < 1) {
                        throw outside();
                    }
                    int limit = Math.min(request.limit(), Limits.PAGE_EVENTS);
                    long from = Math.max(1, request.last() - limit + 1);
                    return page(reader, row, from, request);
                });
    }

    private static LogPage page(Reader reader, LogRow row, long from, Request.Page request) {
        // The page has to end with the event asked for, so what is too much is left out in front.
        List<Event> events = reader.lastEvents(row, from, request.last(), Limits.PAGE_BYTES);
        Subtrees tree = reader.tree(row);
        return new LogPage(
                Frontier.at(events.getFirst().seq() - 1, tree),
                events,
                Merkle.consistency(request.last(), request.size(), tree));
    }

    /// What became of messages, and what they answer: single events, each with its proof.
    public Reply.Related related(Request.Related request, MemberId member) {
        return read(
                request.log(),
                member,
                (reader, row) -> {
                    if (request.size() > row.size()
                            || request.last() > request.size()
                            || request.first() < 1
                            || request.first() > request.last()
                            || request.last() - request.first() >= Limits.PAGE_EVENTS) {
                        throw outside();
                    }
                    return new Reply.Related(Related.to(request, reader, row));
                });
    }

    /// The messages of a thread and what was done to them: single events, each with its proof.
    public Reply.Related thread(Request.ThreadOf request, MemberId member) {
        return read(
                request.log(),
                member,
                (reader, row) -> {
                    if (request.size() > row.size()
                            || request.seq() < 1
                            || request.seq() > request.size()) {
                        throw outside();
                    }
                    return MessageThread.of(request, reader, row);
                });
    }

    private static RuntimeException outside() {
        return refused(Code.BAD_REQUEST, "This page is outside of the log.");
    }

    /// Reads for a member, and looks at the member's rights before, because reading costs, and
    /// after: what was written behind a member's leaving can be read only when the views know that
    /// the member has left.
    private <T> T read(LogId log, MemberId member, BiFunction<Reader, LogRow, T> look) {
        community.checkMayRead(log, member);
        T found = store.read(reader -> look.apply(reader, row(reader, log)));
        community.checkMayRead(log, member);
        return found;
    }

    private static LogRow row(Reader reader, LogId log) {
        return reader.log(log)
                .orElseThrow(() -> refused(Code.NO_SUCH_CHAT, "There is no such chat here."));
    }
}

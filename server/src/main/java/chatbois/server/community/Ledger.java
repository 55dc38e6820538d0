package chatbois.server.community;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Event;
import chatbois.log.Frontier;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SignedHead;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.server.store.LogRow;
import chatbois.server.store.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Gives events their places: number, time, Merkle tree, signed head. What was appended since the
/// last [#commit()] lies in one transaction. For the writer's thread only.
public final class Ledger {
    /// The only epoch so far: a community has one server from its birth on.
    public static final long EPOCH = 1;

    private static final int CACHED_LOGS = 10_000;
    private static final int ERASED_AT_ONCE = 2_000;

    /// A log as of the last commit.
    private record State(LogRow row, Frontier frontier) {}

    /// A log in the transaction that is open.
    private static final class Draft {
        final LogRow row;
        final List<Commit> commits = new ArrayList<>();
        final List<Event> events = new ArrayList<>();
        Frontier frontier;
        long lastTime;
        int room = Limits.PAGE_BYTES;

        Draft(State state) {
            this.row = state.row();
            this.frontier = state.frontier();
            this.lastTime = row.lastTime();
        }
    }

    private final Transaction store;
    private final LogId community;
    private final SigningKey serverKey;
    private final Clock clock;
    private final Map<LogId, Draft> drafts = new LinkedHashMap<>();
    private final Map<LogId, State> cached = new RecentlyUsed<>(CACHED_LOGS);

    /// The newest time given, and the earliest that the next event in a chat can get.
    private long last;

    private long earliest;

    /// The clock since the last commit, 0 if nobody has asked for it yet.
    private long now;

    /// @param community the log whose events stand apart from all others in time
    public Ledger(Transaction store, LogId community, SigningKey serverKey, Clock clock) {
        this.store = store;
        this.community = community;
        for (LogRow row : store.logs()) {
            last = Math.max(last, row.lastTime());
        }
        this.earliest = last + 1;
        this.serverKey = serverKey;
        this.clock = clock;
    }

    /// The time that the next event of a log gets. It never runs backwards in any log, even if the
    /// clock does; and no event has the time of one in the community's log, so that times tell what
    /// of the community an event in a chat came after. The clock stands still from the first
    /// question until the commit, so that an event is judged by the very time it gets.
    long timeFor(LogId log) {
        if (now == 0) {
            now = clock.millis();
        }
        return Math.max(now, log.equals(community) ? last + 1 : earliest);
    }

    /// Where this very event stands already, if it was sent before. Refuses an author's number that
    /// is not the next one and not the same event again.
    Optional<Place> find(SignedEvent event) {
        Header header = event.header();
        Optional<LogRow> row = row(header.log());
        long last = row.map(r -> store.lastAuthorSeq(r, header.device())).orElse(0L);
        if (header.authorSeq() == last + 1) {
            return Optional.empty();
        }
        return row.flatMap(r -> store.byAuthor(r, header.device(), header.authorSeq()))
                .filter(stored -> stored.signed().signature().equals(event.signature()))
                .map(stored -> new Place(header.log(), stored.seq(), stored.time()))
                .or(() -> {
                    throw refused(
                            Code.OUT_OF_SEQUENCE,
                            "The next number of this device in this log is "
                                    + (last + 1)
                                    + ", not "
                                    + header.authorSeq()
                                    + ".");
                });
    }

    /// Puts an event that was found allowed at the end of its log.
    public Place append(SignedEvent signed) {
        LogId log = signed.header().log();
        Draft draft = draft(log);
        draft.lastTime = tick(log);
        Event event = new Event(draft.frontier.size() + 1, draft.lastTime, signed);
        store.append(draft.row, event);
        draft.frontier = draft.frontier.append(event.leaf());
        draft.events.add(event);
        draft.room -= signed.content() == null ? 0 : signed.content().length();
        if (draft.room <= 0 || draft.events.size() == Limits.PAGE_EVENTS) {
            cut(draft);
        }
        return new Place(log, event.seq(), event.time());
    }

    private long tick(LogId log) {
        last = timeFor(log);
        earliest = log.equals(community) ? last + 1 : last;
        return last;
    }

    /// Refuses to answer what is no message.
    void checkAnswer(Header header, Message message) {
        if (message.replyTo() != null) {
            Talk.needMessage(store, draft(header.log()).row, message.replyTo());
        }
    }

    /// Refuses to pin a message that is gone.
    void checkPin(Header header, MessagePinned pinned) {
        Talk.checkPin(store, draft(header.log()).row, pinned.seq());
    }

    /// Refuses what doesn't fit the message that it is done to.
    void checkTarget(Header header, OnMessage event) {
        Talk.check(store, draft(header.log()).row, header, event);
    }

    /// Refuses a message with a file that its author has not sent.
    void checkFiles(Header header, Message message) {
        Talk.checkFiles(store, header, message);
    }

    /// Remembers what a message answers, for whom it is meant, and which files came with it.
    void relate(Header header, Message message, Place at) {
        Talk.relate(store, draft(header.log()).row, header, message, at);
    }

    /// Remembers what was done to a message; erases what is deleted.
    void relate(Header header, OnMessage event, long seq) {
        Talk.relate(store, draft(header.log()).row, header, event, seq);
    }

    /// Moves a member's marker forward, never beyond the log's end, and returns where it is then.
    long mark(LogId log, MemberId member, long seq) {
        Draft draft = draft(log);
        store.mark(draft.row, member, Math.min(seq, draft.frontier.size()));
        return store.marker(draft.row, member);
    }

    /// Lets what is no log be changed in the open transaction.
    <T> T change(Function<Transaction, T> change) {
        return change.apply(store);
    }

    /// Forgets what is kept for members who left by this event.
    void forget(Header header, EventBody body) {
        Leaving.forget(store, header, body);
    }

    /// Who spoke when, by what is stored.
    SlowMode slowMode() {
        return SlowMode.of(store);
    }

    /// What is left to erase of deleted chats, if the program ended before it was done.
    List<Erasure> unfinishedErasures(List<LogId> deleted) {
        return deleted.stream()
                .filter(chat ->
                        store.log(chat)
                                .filter(row -> store.firstWhole(row, 1, row.size()) != 0)
                                .isPresent())
                .map(chat -> new Erasure(chat, 1))
                .toList();
    }

    /// Erases the bodies of some messages, for good when it returns; gives what is left. Only
    /// between a commit and the next append.
    Optional<Erasure> erase(Erasure part) {
        store.begin();
        LogRow row = store.log(part.chat()).orElseThrow();
        long to = part.from() + ERASED_AT_ONCE - 1;
        store.eraseMessages(row, part.from(), to);
        store.commit();
        return to < row.size() ? Optional.of(new Erasure(part.chat(), to + 1)) : Optional.empty();
    }

    /// Waits until this writer may write; before anything else of a batch.
    void begin() {
        store.begin();
    }

    /// Signs the new heads and returns when everything is on disk.
    public List<Commit> commit() {
        drafts.values().forEach(this::seal);
        store.commit();
        List<Commit> commits = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            if (!draft.commits.isEmpty()) {
                cache(draft);
                commits.addAll(draft.commits);
            }
        }
        drafts.clear();
        now = 0;
        return commits;
    }

    /// Forgets what was not committed, and whatever might not be true any more.
    void rollback() {
        drafts.clear();
        cached.clear();
        now = 0;
        store.rollback();
    }

    private void seal(Draft draft) {
        cut(draft);
        if (!draft.commits.isEmpty()) {
            store.setHead(draft.row, draft.commits.getLast().head(), draft.lastTime);
        }
    }

    /// Signs the head after what was added since the last cut: as much as fits one push.
    private void cut(Draft draft) {
        if (draft.events.isEmpty()) {
            return;
        }
        LogId log = draft.row.log();
        SignedHead head = SignedHead.sign(log, EPOCH, draft.frontier.head(), serverKey);
        draft.commits.add(new Commit(log, draft.events, head));
        draft.events.clear();
        draft.room = Limits.PAGE_BYTES;
    }

    private void cache(Draft draft) {
        SignedHead head = draft.commits.getLast().head();
        LogRow row = new LogRow(draft.row.row(), head.log(), head, draft.lastTime);
        cached.put(row.log(), new State(row, draft.frontier));
    }

    private Optional<LogRow> row(LogId log) {
        Draft draft = drafts.get(log);
        if (draft != null) {
            return Optional.of(draft.row);
        }
        State known = cached.get(log);
        return known != null ? Optional.of(known.row()) : store.log(log);
    }

    private Draft draft(LogId log) {
        return drafts.computeIfAbsent(log, _ -> new Draft(state(log)));
    }

    private State state(LogId log) {
        State known = cached.get(log);
        if (known != null) {
            return known;
        }
        LogRow row =
                store.log(log)
                        .orElseGet(() ->
                                store.createLog(
                                        log,
                                        SignedHead.sign(log, EPOCH, TreeHead.EMPTY, serverKey)));
        return new State(row, Frontier.at(row.size(), store.tree(row)));
    }
}

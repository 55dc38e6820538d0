package chatbois.server;

import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.Frontier;
import chatbois.log.Genesis;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Merkle;
import chatbois.log.Subtrees;
import chatbois.log.VerifyKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.Kind;
import chatbois.protocol.view.ChatView;
import chatbois.protocol.view.CommunityView;
import chatbois.server.community.Departures;
import chatbois.server.community.Ledger;
import chatbois.server.store.FiledEvent;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads every log from its first event and holds it against all that was promised: signatures,
/// numbers, bodies, the tree, the signed head, the rules of who may do what, and what the store has
/// beside the events to find them by. Only a marker, where it points to an event, is believed.
final class Inspection {
    private static final int MOST_FINDINGS = 100;

    /// What people said, which can be erased.
    private static final Set<Kind> ERASABLE =
            EnumSet.of(Kind.MESSAGE, Kind.MESSAGE_EDITED, Kind.DESCRIBED);

    private final Genesis genesis;
    private final Reader reader;
    private final CommunityView community;
    private final Departures departures = new Departures();
    private final Set<LogId> chatsMade = new HashSet<>();
    private final List<String> findings;

    /// What was found.
    ///
    /// @param findings what is wrong, a sentence each, at most a hundred
    record Report(List<String> findings, String name, int members, int chats, long events) {
        Report {
            findings = List.copyOf(findings);
        }
    }

    /// @param findings what was found wrong before
    Inspection(Genesis genesis, Reader reader, List<String> findings) {
        this.findings = new ArrayList<>(findings);
        this.genesis = genesis;
        this.reader = reader;
        this.community = new CommunityView(genesis.communityId(), genesis.server());
    }

    Report report() {
        long events = 0;
        try {
            reader.damages().forEach(damage -> report("SQLite finds: " + damage));
            inspectAll();
            events = reader.events();
        } catch (RuntimeException e) {
            report("the store can't be read to its end: " + e.getMessage());
        }
        return new Report(
                findings, community.name(), community.members().size(), chatsMade.size(), events);
    }

    private void inspectAll() {
        LogId community = genesis.communityId();
        List<LogRow> logs = reader.logs();
        // The community's log says who the authors in the others are.
        logs.stream().filter(r -> r.log().equals(community)).forEach(this::inspect);
        logs.stream().filter(r -> !r.log().equals(community)).forEach(this::inspect);
        if (logs.stream().noneMatch(row -> row.log().equals(community))) {
            report("the community's log is missing");
        }
        inspectWhole(logs);
    }

    /// What only all logs together show.
    private void inspectWhole(List<LogRow> logs) {
        Set<LogId> chats = new HashSet<>();
        logs.forEach(row -> chats.add(row.log()));
        chats.remove(genesis.communityId());
        if (!chats.equals(chatsMade)) {
            report("the chats that were made are not the chats that are stored");
        }
        if (reader.events() != logs.stream().mapToLong(LogRow::size).sum()) {
            report("there are events that belong to no log");
        }
        if (reader.fileTable().unheld() != 0) {
            report("there are files that came with messages and that their authors never sent");
        }
        if (reader.personal().strayMarkers() != 0
                || !reader.personal().markerOwners().stream().allMatch(this::isHere)) {
            report("there are markers of nobody, or of nothing");
        }
    }

    private boolean isHere(String member) {
        return community.everMember(MemberId.parse(member)).isPresent();
    }

    private void inspect(LogRow row) {
        Walk walk = new Walk(row);
        reader.eachEvent(row, walk::take);
        if (!walk.frontier.head().equals(row.head().head())) {
            report(row, "its events do not give the root that the server signed");
        }
        if (!row.head().isSignedBy(genesis.server())) {
            report(row, "its head is not signed by the server");
        }
        if (row.head().epoch() != Ledger.EPOCH) {
            report(row, "its head is of an epoch that never was");
        }
        if (!walk.attached.isEmpty()) {
            report(row, "files are said to have come with what is no message any more");
        }
        if (walk.time != row.lastTime()) {
            report(row, "its last event has another time");
        }
    }

    private final class Walk {
        private final LogRow row;
        private final Subtrees stored;
        private final ChatView chat;
        private final Map<VerifyKey, Long> authorSeqs = new HashMap<>();
        private final Map<MemberId, Long> spoke = new HashMap<>();
        private final Departures.Heard heard = new Departures.Heard();
        private Frontier frontier = Frontier.EMPTY;
        private long time;

        /// What is said to have come with which message.
        private final Map<Long, Set<Bytes32>> attached;

        Walk(LogRow row) {
            this.row = row;
            this.attached = reader.fileTable().attached(row);
            this.stored = reader.tree(row);
            this.chat = new ChatView(genesis.communityId(), row.log());
        }

        void take(FiledEvent filed) {
            Event event = filed.event();
            Header header = event.header();
            long expected = frontier.size() + 1;
            check(filed.isFiledRight(), expected, "is filed under something else");
            check(!filed.halfErased(), expected, "is erased by half");
            check(event.seq() == expected, expected, "is missing");
            check(header.log().equals(row.log()), expected, "belongs to another log");
            check(event.signed().isGenuine(), expected, "has a wrong signature or body");
            check(event.time() >= time, expected, "is older than the one before it");
            long last = authorSeqs.getOrDefault(header.device(), 0L);
            check(header.authorSeq() == last + 1, expected, "is out of its author's order");
            authorSeqs.put(header.device(), header.authorSeq());
            time = event.time();
            frontier = frontier.append(event.leaf());
            check(
                    stored.hash(0, event.seq() - 1).equals(event.leaf()),
                    expected,
                    "has a wrong leaf");
            checkNodes(expected);
            checkRules(event, expected);
        }

        /// Each kept hash must be the one that the hashes below it give.
        private void checkNodes(long size) {
            for (int level = 8; size % (1L << level) == 0; level += 8) {
                long index = (size >>> level) - 1;
                Bytes32 right = stored.hash(level - 1, 2 * index + 1);
                Bytes32 made = Merkle.node(stored.hash(level - 1, 2 * index), right);
                check(stored.hash(level, index).equals(made), size, "ends a wrong subtree");
            }
        }

        private void checkRules(Event event, long seq) {
            checkPace(event, seq);
            if (event.signed().content() == null) {
                int kind = event.header().kind();
                boolean text = ERASABLE.stream().anyMatch(each -> each.code() == kind);
                check(text, seq, "has no body, which only a message can do without");
                return;
            }
            try {
                EventBody body =
                        Frames.decodeBody(event.header().kind(), event.signed().content().body());
                fold(event, body);
            } catch (Refused e) {
                report(row, "event " + seq + " was not allowed: " + e.getMessage());
            } catch (IllegalArgumentException e) {
                report(row, "event " + seq + " is not understood: " + e.getMessage());
            }
        }

        /// Slow mode, which holds for messages without a body too.
        private void checkPace(Event event, long seq) {
            if (event.header().kind() == Kind.MESSAGE.code()) {
                MemberId author = event.header().author();
                Long last = spoke.put(author, event.time());
                check(
                        last == null
                                || event.time() - last
                                        >= chat.slowFor(author, community, event.time()),
                        seq,
                        "came too soon for slow mode");
            }
        }

        private void fold(Event event, EventBody body) {
            Set<Bytes32> files = attached.remove(event.seq());
            check(
                    files == null || body instanceof Message message && names(message, files),
                    event.seq(),
                    "doesn't name the files that are said to have come with it");
            boolean inCommunity = body instanceof EventBody.InCommunity;
            check(inCommunity == isCommunity(), event.seq(), "belongs in another kind of log");
            if (body instanceof EventBody.ChatMade(LogId made)) {
                chatsMade.add(made);
            }
            switch (body) {
                case EventBody.InCommunity known -> {
                    community.check(event.header(), known, event.time());
                    community.apply(event.header(), known, event.time());
                    departures.take(event.header().author(), known, event.time());
                }
                case EventBody.InChat known -> {
                    departures.until(event.time(), heard, chat::drop);
                    community.checkWriter(event.header(), known, event.time());
                    chat.check(event.header(), known, community, event.time());
                    chat.apply(event.header(), known, event.seq());
                }
            }
        }

        private boolean names(Message message, Set<Bytes32> files) {
            return message.files().stream()
                    .flatMap(file -> file.hashes().stream())
                    .collect(Collectors.toSet())
                    .containsAll(files);
        }

        private boolean isCommunity() {
            return row.log().equals(genesis.communityId());
        }

        private void check(boolean holds, long seq, String otherwise) {
            if (!holds) {
                report(row, "event " + seq + " " + otherwise);
            }
        }
    }

    private void report(LogRow row, String finding) {
        report("log " + row.log() + ": " + finding);
    }

    private void report(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}

package chatbois.server.search;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Hit;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Sought;
import chatbois.protocol.view.ChatView;
import chatbois.server.community.Community;
import chatbois.server.store.LogRow;
import chatbois.server.store.Pattern;
import chatbois.server.store.Pattern.Phrase;
import chatbois.server.store.Reader;
import chatbois.server.store.SearchFile;
import chatbois.server.store.SearchReader;
import chatbois.server.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Finds messages for a member: in the chats that the member may read, and in no other. Safe for
/// any thread; blocks while it reads.
public final class Search {
    private static final long PATIENCE_MILLIS = 2_000;
    private static final int FEW = 64;
    private static final int SHORTEST_BEGINNING = 2;

    private final Community community;
    private final Store store;
    private final SearchFile file;
    private final Indexer indexer;
    private final Map<LogId, Long> numbers = new ConcurrentHashMap<>();

    public Search(Community community, Store store, SearchFile file, Indexer indexer) {
        this.community = community;
        this.store = store;
        this.file = file;
        this.indexer = indexer;
    }

    /// The messages that fit, the newest first.
    public Reply.Found find(Request.Search asked, MemberId member) {
        Pattern pattern = pattern(asked.sought());
        List<LogId> chats = chats(asked.sought(), member);
        Map<Long, LogId> rows = new HashMap<>();
        chats.forEach(chat -> row(chat).ifPresent(row -> rows.put(row, chat)));
        if (!indexer.awaitCaughtUp(logs(chats), PATIENCE_MILLIS)) {
            throw refused(
                    Code.BUSY,
                    "What was said here is still being made searchable (%d %%); try again in a minute."
                            .formatted(indexer.percent()));
        }
        List<SearchFile.Found> found = find(asked, pattern, rows);
        List<Hit> hits = new ArrayList<>();
        found.stream()
                .limit(Limits.SEARCH_HITS)
                .forEach(one ->
                        hit(Objects.requireNonNull(rows.get(one.row())), one.seq(), pattern)
                                .ifPresent(hits::add));
        // What was said behind a member's leaving was not to be found.
        hits.removeIf(hit -> !mayRead(hit.at().chat(), member));
        return new Reply.Found(hits, found.size() > Limits.SEARCH_HITS);
    }

    /// The number of a chat's log in the store, which never changes.
    private Optional<Long> row(LogId chat) {
        Long known = numbers.get(chat);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Long> row = store.read(reader -> reader.log(chat)).map(LogRow::row);
        row.ifPresent(number -> numbers.put(chat, number));
        return row;
    }

    /// The logs that are waited for: for few chats all of them, so that who was told that a message
    /// is stored finds it; for many what the indexer has heard of is enough.
    private List<LogRow> logs(List<LogId> chats) {
        return chats.size() > FEW
                ? List.of()
                : store.read(
                        reader -> chats.stream().flatMap(c -> reader.log(c).stream()).toList());
    }

    private List<SearchFile.Found> find(
            Request.Search asked, Pattern pattern, Map<Long, LogId> rows) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        SearchReader.Range range =
                new SearchReader.Range(
                        asked.sought().after(), asked.sought().before(), olderThan(asked, rows));
        return file.read(
                        PATIENCE_MILLIS,
                        reader ->
                                reader.find(
                                        rows.keySet(),
                                        pattern,
                                        range,
                                        Limits.SEARCH_HITS + 1,
                                        () -> System.nanoTime() < end))
                .flatMap(found -> found)
                .orElseThrow(() ->
                        refused(
                                Code.BUSY,
                                "That took too long; look for a rarer word, or only in:CHAT."));
    }

    private Optional<SearchFile.Found> olderThan(Request.Search asked, Map<Long, LogId> rows) {
        Hit.Spot spot = asked.olderThan();
        if (spot == null) {
            return Optional.empty();
        }
        // What is no number could be taken for a place in another log.
        if (spot.seq() < 1 || spot.seq() > Reader.END) {
            throw refused(Code.BAD_REQUEST, "The last message has no such number; search anew.");
        }
        return Optional.of(
                row(spot.chat())
                        .filter(rows::containsKey)
                        .map(row -> new SearchFile.Found(row, spot.seq()))
                        .orElseThrow(() ->
                                refused(
                                        Code.NO_SUCH_CHAT,
                                        "You are not in the chat of the last message any more; search anew.")));
    }

    // Who may read what.

    /// The chats that are looked into: those that the member may read, by the rule for reading.
    private List<LogId> chats(Sought sought, MemberId member) {
        LogId in = sought.in();
        if (in != null) {
            return List.of(community.lookAtChat(in, member, ChatView::chat));
        }
        return community.eachChatOf(member, ChatView::chat).stream()
                .filter(chat -> mayRead(chat, member))
                .toList();
    }

    private boolean mayRead(LogId chat, MemberId member) {
        try {
            community.checkMayRead(chat, member);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    // What is looked for.

    private static Pattern pattern(Sought sought) {
        List<Phrase> phrases = sought.terms().stream().map(Search::phrase).toList();
        if (!sought.asksForSomething()) {
            throw refused(
                    Code.BAD_REQUEST,
                    "Say what to look for: a word, \"some words\", from:NAME, has:link, has:code,"
                            + " has:file, has:picture; or for all messages in:CHAT, before:DATE or after:DATE.");
        }
        return new Pattern(phrases, sought.from(), Traits.sought(sought));
    }

    private static Phrase phrase(Sought.Term term) {
        List<String> words = Words.of(term.text()).stream().map(Words.Word::key).toList();
        if (words.isEmpty()) {
            throw refused(
                    Code.BAD_REQUEST,
                    "There is no letter or digit in \"%s\"; nothing else is looked for."
                            .formatted(term.text()));
        }
        String last = words.getLast();
        if (term.beginning() && last.length() < SHORTEST_BEGINNING && last.charAt(0) < 0x300) {
            throw refused(
                    Code.BAD_REQUEST,
                    "Too many words begin with \"%s\"; type at least two letters before the *."
                            .formatted(last));
        }
        return new Phrase(words, term.beginning(), term.without());
    }

    // What is shown.

    /// Nothing if it was erased a moment ago.
    private Optional<Hit> hit(LogId chat, long seq, Pattern pattern) {
        return store.read(
                reader -> reader.log(chat).flatMap(row -> hit(reader, row, seq, pattern)));
    }

    private static Optional<Hit> hit(Reader reader, LogRow log, long seq, Pattern pattern) {
        return reader.event(log, seq)
                .flatMap(event ->
                        Findable.of(reader, log, event).map(now -> hit(log, event, now, pattern)));
    }

    private static Hit hit(LogRow log, Event event, Findable now, Pattern pattern) {
        Excerpt excerpt = Excerpt.of(now.words(), pattern.phrases());
        return new Hit(
                new Hit.Spot(log.log(), event.seq()),
                event.time(),
                event.header().author(),
                excerpt.text(),
                excerpt.marks(),
                excerpt.begun(),
                excerpt.goesOn());
    }
}

package chatbois.server.search;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Frames;
import chatbois.protocol.Hit;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Sought;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.view.ChatView;
import chatbois.server.community.Community;
import chatbois.server.store.LogRow;
import chatbois.server.store.Pattern;
import chatbois.server.store.Pattern.Phrase;
import chatbois.server.store.SearchFile;
import chatbois.server.store.SearchReader;
import chatbois.server.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Finds messages for a member: in the chats that the member may read, and in no other. Safe for
/// any thread; blocks while it reads.
public final class Search {
    private static final long PATIENCE_MILLIS = 2_000;
    private static final int SHORTEST_BEGINNING = 2;

    /// How much that was done to a message is looked at for the text that it has now.
    private static final int EDITS = 100;

    private final Community community;
    private final Store store;
    private final SearchFile file;
    private final Indexer indexer;

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
        Map<Long, LogRow> rows = new HashMap<>();
        store.read(reader -> chats.stream().flatMap(c -> reader.log(c).stream()).toList())
                .forEach(row -> rows.put(row.row(), row));
        if (!indexer.awaitCaughtUp(rows.values(), PATIENCE_MILLIS)) {
            throw refused(
                    Code.BUSY,
                    "What was said here is still being made searchable (%d %%); try again in a minute."
                            .formatted(indexer.percent()));
        }
        List<SearchFile.Found> found = find(asked, pattern, rows);
        List<Hit> hits = new ArrayList<>();
        found.stream()
                .limit(Limits.SEARCH_HITS)
                .forEach(one -> hit(rows, one, pattern).ifPresent(hits::add));
        // What was said behind a member's leaving was not to be found.
        hits.removeIf(hit -> !mayRead(hit.at().chat(), member));
        return new Reply.Found(hits, found.size() > Limits.SEARCH_HITS);
    }

    private List<SearchFile.Found> find(
            Request.Search asked, Pattern pattern, Map<Long, LogRow> rows) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        SearchReader.Range range =
                new SearchReader.Range(
                        asked.sought().after(), asked.sought().before(), olderThan(asked, rows));
        return file.read(
                        PATIENCE_MILLIS,
                        reader ->
                                reader.find(
                                        List.copyOf(rows.values()),
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

    private static Optional<SearchFile.Found> olderThan(
            Request.Search asked, Map<Long, LogRow> rows) {
        Hit.Spot spot = asked.olderThan();
        if (spot == null) {
            return Optional.empty();
        }
        return Optional.of(
                rows.values().stream()
                        .filter(row -> row.log().equals(spot.chat()))
                        .map(row -> new SearchFile.Found(row.row(), spot.seq()))
                        .findFirst()
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
        boolean anything =
                phrases.stream().anyMatch(phrase -> !phrase.without())
                        || sought.from() != null
                        || sought.link()
                        || sought.code();
        if (!anything) {
            throw refused(
                    Code.BAD_REQUEST,
                    "Say what to look for: a word, \"some words\", from:NAME, has:link or has:code.");
        }
        return new Pattern(phrases, sought.from(), sought.link(), sought.code());
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

    private Optional<Hit> hit(Map<Long, LogRow> rows, SearchFile.Found found, Pattern pattern) {
        LogRow row = Objects.requireNonNull(rows.get(found.row()));
        List<Event> events =
                store.read(reader -> reader.events(row, found.seq(), found.seq(), Limits.BODY));
        return events.isEmpty() ? Optional.empty() : hit(row, events.getFirst(), pattern);
    }

    /// Nothing if it was erased a moment ago.
    private Optional<Hit> hit(LogRow row, Event event, Pattern pattern) {
        if (!(body(event) instanceof EventBody.Message message)) {
            return Optional.empty();
        }
        String text = edited(row, event).orElse(message.text());
        Excerpt excerpt = Excerpt.of(text, pattern.phrases());
        return Optional.of(
                new Hit(
                        new Hit.Spot(row.log(), event.seq()),
                        event.time(),
                        event.header().author(),
                        excerpt.text(),
                        excerpt.marks(),
                        excerpt.begun(),
                        excerpt.goesOn()));
    }

    /// What a message says since its author changed it last.
    private Optional<String> edited(LogRow row, Event message) {
        long seq = message.seq();
        return store
                .read(reader -> reader.doneTo(row, seq, seq, seq, row.size(), EDITS))
                .stream()
                .filter(event -> event.header().author().equals(message.header().author()))
                .map(Search::body)
                .filter(EventBody.MessageEdited.class::isInstance)
                .map(body -> ((EventBody.MessageEdited) body).text())
                .findFirst();
    }

    /// Null if it is erased.
    private static @Nullable EventBody body(Event event) {
        Content content = event.signed().content();
        return content == null ? null : Frames.decodeBody(event.header().kind(), content.body());
    }
}

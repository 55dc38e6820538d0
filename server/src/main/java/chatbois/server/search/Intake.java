package chatbois.server.search;

import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.protocol.Frames;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.server.journal.Journal;
import chatbois.server.store.LogRow;
import chatbois.server.store.SearchChanges;
import chatbois.server.store.SearchFile;
import chatbois.server.store.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Brings events from the logs into the index, whichever log they are in in the order of their
/// times. For the indexer's thread; only [#percent()] is for any.
final class Intake {
    /// The kinds that change what there is to find.
    private static final Set<Kind> TEXTS =
            EnumSet.of(
                    Kind.MESSAGE,
                    Kind.MESSAGE_EDITED,
                    Kind.DESCRIBED,
                    Kind.MESSAGE_DELETED,
                    Kind.CHAT_DELETED);

    private static final int AT_ONCE = 2_000;
    private static final int PAGE = 256;
    private static final int ALL_PAGES_BYTES = 16 * 1024 * 1024;
    private static final int PAGE_BYTES = 256 * 1024;

    /// From how many events on it is worth while to tidy up afterwards.
    private static final int MANY = 10_000;

    private final Store store;
    private final SearchChanges changes;
    private final Journal journal;
    private final BooleanSupplier stopping;

    /// How many events it was behind when it began to catch up, and how many of them it has by now.
    private volatile long behind;

    private volatile long caught;

    /// The events of a log that are still to be taken in, the next of them in front.
    private static final class Source implements Comparable<Source> {
        final LogRow log;
        final Deque<Event> page = new ArrayDeque<>();
        long next;

        Source(LogRow log, long next) {
            this.log = log;
            this.next = next;
        }

        @Override
        public int compareTo(Source other) {
            int byTime = Long.compare(page.element().time(), other.page.element().time());
            return byTime != 0 ? byTime : Long.compare(log.row(), other.log.row());
        }
    }

    /// @param stopping asked now and then whether to leave the rest for another time
    Intake(Store store, SearchChanges changes, Journal journal, BooleanSupplier stopping) {
        this.store = store;
        this.changes = changes;
        this.journal = journal;
        this.stopping = stopping;
    }

    /// How much of what it was behind it has caught up with, in percent.
    int percent() {
        long all = behind;
        return all == 0 ? 100 : (int) Math.min(caught * 100 / all, 99);
    }

    /// Takes in what is new in some logs, in the order of time, and says how far it has come.
    Map<LogId, Long> catchUp(List<LogRow> logs) {
        PriorityQueue<Source> sources = new PriorityQueue<>();
        long events = 0;
        int pageBytes = Math.clamp(ALL_PAGES_BYTES / Math.max(logs.size(), 1), 0, PAGE_BYTES);
        for (LogRow log : logs) {
            long reached = changes.reached(log).map(SearchFile.Reached::seq).orElse(0L);
            events += log.size() - reached;
            Source source = new Source(log, reached + 1);
            if (fill(source, pageBytes)) {
                sources.add(source);
            }
        }
        behind = events;
        caught = 0;
        takeIn(sources, pageBytes);
        if (events >= MANY) {
            for (boolean more = changes.merge(/* begins= */ true);
                    more && !stopping.getAsBoolean(); ) {
                more = changes.merge(/* begins= */ false);
            }
            changes.commit();
            journal.info("indexed", "events", events);
        }
        behind = 0;
        return logs.stream().collect(Collectors.toMap(LogRow::log, LogRow::size));
    }

    private void takeIn(PriorityQueue<Source> sources, int pageBytes) {
        Map<LogRow, Event> latest = new HashMap<>();
        long count = 0;
        while (!sources.isEmpty()) {
            Source source = sources.remove();
            Event event = source.page.remove();
            take(source.log, event);
            latest.put(source.log, event);
            if (!source.page.isEmpty() || fill(source, pageBytes)) {
                sources.add(source);
            }
            if (++count % AT_ONCE == 0) {
                commit(latest);
                caught = count;
                if (stopping.getAsBoolean()) {
                    return;
                }
            }
        }
        commit(latest);
    }

    private void commit(Map<LogRow, Event> latest) {
        latest.forEach((log, event) -> changes.reach(log, event.seq(), event.leaf()));
        changes.commit();
        latest.clear();
    }

    private boolean fill(Source source, int maxBytes) {
        long to = Math.min(source.next + PAGE - 1, source.log.size());
        if (source.next > to) {
            return false;
        }
        List<Event> page =
                store.read(reader -> reader.events(source.log, source.next, to, maxBytes));
        source.page.addAll(page);
        source.next += page.size();
        return !page.isEmpty();
    }

    /// What an event changes in the index: the one place where the text of a message comes in, is
    /// replaced or goes.
    private void take(LogRow log, Event event) {
        Content content = event.signed().content();
        Kind kind = Kind.ofCode(event.header().kind());
        if (content == null || kind == null || !TEXTS.contains(kind)) {
            return;
        }
        EventBody body;
        try {
            body = Frames.decodeBody(kind.code(), content.body());
        } catch (Malformed e) {
            return; // nobody can read it
        }
        switch (body) {
            case EventBody.Message message when message.files().isEmpty() ->
                    put(log, event, new Findable(message.text(), List.of()));
            case EventBody.Message _ -> put(log, event.seq());
            case EventBody.MessageEdited edited -> put(log, edited.seq());
            case EventBody.Described described -> put(log, described.seq());
            case EventBody.MessageDeleted deleted ->
                    changes.remove(log, deleted.seq(), deleted.seq());
            case EventBody.ChatDeleted _ -> changes.remove(log, 1, event.seq());
            case EventBody _ -> {}
        }
    }

    /// As it is by now, also if what is taken in is older.
    private void put(LogRow log, long seq) {
        store.read(reader -> reader.event(log, seq))
                .ifPresent(message ->
                        store.read(reader -> Findable.of(reader, log, message))
                                .ifPresent(now -> put(log, message, now)));
    }

    private void put(LogRow log, Event message, Findable now) {
        List<String> words = Words.of(now.words()).stream().map(Words.Word::key).toList();
        changes.put(
                log,
                message.seq(),
                message.time(),
                message.header().author(),
                new SearchFile.Text(words, Traits.of(now.text(), now.files())));
    }
}

package chatbois.bench;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Sought;
import chatbois.protocol.Sought.Term;
import chatbois.server.community.Community;
import chatbois.server.journal.Journal;
import chatbois.server.search.Indexer;
import chatbois.server.search.Search;
import chatbois.server.store.Reader;
import chatbois.server.store.SearchFile;
import chatbois.server.store.Store;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How long the server takes to answer questions of many kinds: what to look into by the rights of
/// who asks, the index, the messages themselves and their excerpts. Three members ask: one in fifty
/// chats of a thousand, one in all, one in three small ones. Where other programs keep the machine
/// busy, the time on the processor is what counts.
final class SearchTimes {
    private static final int WARM_UP = 20;
    private static final int QUESTIONS = 200;

    private final MadeUpTalk talk = new MadeUpTalk(3);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Search search;

    private SearchTimes(Search search) {
        this.search = search;
    }

    static void run(int messages) throws Exception {
        Path directory = Files.createTempDirectory("chatbois-bench");
        Scene scene = Scene.set(directory);
        SigningKey server = scene.serverKey();
        LogId id = scene.community();
        Files.deleteIfExists(scene.server().resolve(SearchFile.FILE));
        try (Store store = Store.open(scene.server())) {
            new TalkativeTown().fill(store, id, server, new MadeUpTalk(3), messages);
            Community community = new Community(id, server.verifyKey(), Clock.systemUTC());
            store.read(reader -> {
                community.load(reader);
                return true;
            });
            Journal silent =
                    new Journal(
                            new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC());
            SearchFile file = SearchFile.open(scene.server());
            try (Indexer indexer = new Indexer(store, file, id, silent)) {
                index(store, indexer, file, scene.server(), messages);
                new SearchTimes(new Search(community, store, file, indexer)).ask();
            }
        }
    }

    private static void index(
            Store store, Indexer indexer, SearchFile file, Path directory, int messages)
            throws Exception {
        long began = System.nanoTime();
        indexer.start();
        boolean caughtUp = indexer.awaitCaughtUp(List.of(), Long.MAX_VALUE / 2_000_000);
        double seconds = (System.nanoTime() - began) / 1e9;
        store.emptyLog();
        file.tidy();
        System.out.printf(
                Locale.ROOT,
                "%,d messages in %,d logs indexed in %.1f s (%s); bytes a message: index %.0f, logs"
                        + " %.0f%n",
                messages,
                store.read(Reader::totals).logs(),
                seconds,
                caughtUp ? "all" : "not all",
                (double) file.bytes() / messages,
                (double) Files.size(directory.resolve(Store.FILE)) / messages);
    }

    private void ask() {
        Map<String, MemberId> members = new LinkedHashMap<>();
        members.put("in 50 chats", TalkativeTown.ORDINARY);
        members.put("in 1,000", TalkativeTown.EVERYWHERE);
        members.put("in 3 small", TalkativeTown.CORNER);
        System.out.println(
                "ms: p50 p99; of that on the processor p50 p99 (hits) | "
                        + String.join(" | ", members.keySet()));
        questions()
                .forEach((kind, question) -> {
                    StringBuilder line = new StringBuilder("%-26s".formatted(kind));
                    members.values().forEach(member -> line.append(times(member, question)));
                    System.out.println(line);
                });
    }

    private Map<String, Supplier<Sought>> questions() {
        Map<String, Supplier<Sought>> kinds = new LinkedHashMap<>();
        kinds.put("rare word", () -> words(rank(20_000, 50_000)));
        kinds.put("middle word", () -> words(rank(500, 2_000)));
        kinds.put("very frequent word", () -> words(rank(0, 10)));
        kinds.put("two frequent words", () -> words(rank(0, 30), rank(0, 30)));
        kinds.put("frequent and rare", () -> words(rank(0, 30), rank(5_000, 20_000)));
        kinds.put("two rare, no hit", () -> words(rank(20_000, 50_000), rank(20_000, 50_000)));
        kinds.put("phrase of frequent", () -> sought(rank(0, 20) + " " + rank(0, 20)));
        kinds.put("phrase of middle", () -> sought(rank(100, 500) + " " + rank(100, 500)));
        kinds.put("beginning, 3 letters", () -> beginning(rank(50, 1_000)));
        kinds.put("one Chinese character", () -> sought(talk.character(talk.rank(0, 500))));
        kinds.put(
                "two Chinese characters",
                () -> sought(talk.character(talk.rank(0, 30)) + talk.character(talk.rank(0, 30))));
        kinds.put("frequent, left out one", this::without);
        kinds.put("frequent, from:", () -> by(author(), null, 0));
        kinds.put("only from:", () -> new Sought(List.of(), author(), null, 0, 0, false, false));
        kinds.put("frequent, in the largest", () -> by(null, TalkativeTown.chat(0), 0));
        kinds.put("frequent, a year before", () -> by(null, null, halfWay()));
        return kinds;
    }

    /// The town talks for two years from now on.
    private static long halfWay() {
        return Instant.now().plus(Duration.ofDays(365)).toEpochMilli();
    }

    private MemberId author() {
        return TalkativeTown.author(talk.rank(0, 200));
    }

    private String rank(int from, int to) {
        return talk.word(talk.rank(from, to));
    }

    private Sought beginning(String word) {
        Term term = new Term(word.substring(0, Math.min(3, word.length())), true, false);
        return new Sought(List.of(term), null, null, 0, 0, false, false);
    }

    private Sought without() {
        return new Sought(
                List.of(new Term(rank(0, 20), false, false), new Term(rank(0, 20), false, true)),
                null,
                null,
                0,
                0,
                false,
                false);
    }

    private Sought by(@Nullable MemberId from, @Nullable LogId in, long before) {
        return new Sought(
                List.of(new Term(rank(0, 20), false, false)), from, in, 0, before, false, false);
    }

    private static Sought words(String... words) {
        return sought(words);
    }

    private static Sought sought(String... terms) {
        return new Sought(
                Arrays.stream(terms).map(text -> new Term(text, false, false)).toList(),
                null,
                null,
                0,
                0,
                false,
                false);
    }

    private String times(MemberId member, Supplier<Sought> question) {
        double[] millis = new double[QUESTIONS];
        double[] busy = new double[QUESTIONS];
        long hits = 0;
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            Sought sought = question.get();
            LogId in = sought.in();
            if (in != null && member.equals(TalkativeTown.CORNER)) {
                return " |        -        ";
            }
            long cpu = threads.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            Reply.Found found = search.find(new Request.Search(sought, null), member);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
                busy[i] = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
                hits += found.hits().size();
            }
        }
        Arrays.sort(millis);
        Arrays.sort(busy);
        return " | %6.2f %7.2f; %6.2f %7.2f (%4.1f)"
                .formatted(
                        millis[QUESTIONS / 2],
                        millis[QUESTIONS * 99 / 100],
                        busy[QUESTIONS / 2],
                        busy[QUESTIONS * 99 / 100],
                        (double) hits / QUESTIONS);
    }
}

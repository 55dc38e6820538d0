package chatbois.server.store;

import chatbois.server.store.Pattern.Phrase;
import chatbois.server.store.SearchFile.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks things up in the index. For one thread at a time.
public final class SearchReader {
    private static final String FIND =
            """
            SELECT rowid FROM token
            WHERE token MATCH ? AND rowid > ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
            """;

    /// Within a log the numbers grow with the places.
    private static final String LIST =
            """
            SELECT number FROM message
            WHERE place > ? AND place < ? AND number > ? AND number < ?
            ORDER BY place DESC LIMIT ?
            """;

    final Statements sql;

    private final Map<Long, Long> newest;

    /// @param newest the number of the newest message of each log, or one that is higher
    SearchReader(Statements sql, Map<Long, Long> newest) {
        this.sql = sql;
        this.newest = newest;
    }

    /// Where to look.
    ///
    /// @param after not before that time, 0 for any
    /// @param before earlier than that time, 0 for any
    /// @param olderThan a message before which all have to be; nothing for the newest
    public record Range(long after, long before, Optional<Found> olderThan) {}

    /// A log with the number of its newest message.
    private record Newest(long log, long number) {}

    /// The newest messages in some logs that fit, the newest first, at most so many. What is in
    /// other logs is not even read.
    ///
    /// @param logs their numbers in the store
    /// @param inTime asked from log to log; once it says no, nothing is found
    public Optional<List<Found>> find(
            Collection<Long> logs, Pattern pattern, Range range, int most, BooleanSupplier inTime) {
        Optional<Long> author =
                Optional.ofNullable(pattern.author()).flatMap(m -> SearchFile.author(sql, m));
        if (pattern.author() != null && author.isEmpty()) {
            return Optional.of(List.of());
        }
        long floor = range.after() == 0 ? 0 : since(range.after()) - 1;
        long ceiling = range.before() == 0 ? Long.MAX_VALUE : since(range.before());
        ceiling = Math.min(ceiling, range.olderThan().map(this::number).orElse(Long.MAX_VALUE));
        PriorityQueue<Long> best = new PriorityQueue<>();
        for (Newest log : newestFirst(logs)) {
            long above = best.size() == most ? best.element() : floor;
            if (log.number <= above) {
                break;
            }
            if (!inTime.getAsBoolean()) {
                return Optional.empty();
            }
            if (pattern.isAnything()) {
                list(best, most, log.log, above, ceiling);
            } else {
                take(best, most, match(log.log, pattern, author), above, ceiling);
            }
        }
        return Optional.of(places(best));
    }

    private void take(PriorityQueue<Long> best, int most, String match, long above, long below) {
        sql.each(FIND, row -> keep(best, most, row.getLong(1)), match, above, below, most);
    }

    /// All of a log, without a look into the index of words.
    private void list(PriorityQueue<Long> best, int most, long log, long above, long below) {
        sql.each(
                LIST,
                row -> keep(best, most, row.getLong(1)),
                Place.of(log, 0),
                Place.of(log + 1, 0),
                above,
                below,
                most);
    }

    private static void keep(PriorityQueue<Long> best, int most, long number) {
        best.add(number);
        if (best.size() > most) {
            best.remove();
        }
    }

    private List<Newest> newestFirst(Collection<Long> logs) {
        return logs.stream()
                .map(log -> new Newest(log, newest.getOrDefault(log, 0L)))
                .sorted(Comparator.comparingLong(Newest::number).reversed())
                .toList();
    }

    private List<Found> places(PriorityQueue<Long> numbers) {
        List<Found> found = new ArrayList<>();
        while (!numbers.isEmpty()) {
            sql.one(
                            "SELECT place FROM message WHERE number = ?",
                            row -> found(row.getLong(1)),
                            numbers.remove())
                    .ifPresent(found::add);
        }
        return found.reversed();
    }

    private static Found found(long place) {
        return new Found(Place.row(place), Place.seq(place));
    }

    /// The number behind which the next page begins: that of a message; if it was erased meanwhile,
    /// that of the next one in its log, so that hits may come twice and none is left out.
    private long number(Found message) {
        return sql.one(
                        """
                        SELECT number FROM message
                        WHERE place >= ? AND place < ? ORDER BY place LIMIT 1
                        """,
                        row -> row.getLong(1),
                        Place.of(message.row(), message.seq()),
                        Place.of(message.row() + 1, 0))
                .orElse(Long.MAX_VALUE);
    }

    /// The first number from that time on.
    private long since(long time) {
        long low = 1;
        long high =
                sql.one("SELECT max(number) FROM message", row -> row.getLong(1)).orElse(0L) + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (isSince(middle, time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean isSince(long number, long time) {
        return sql.one(
                        "SELECT time FROM message WHERE number >= ? ORDER BY number LIMIT 1",
                        row -> row.getLong(1) >= time,
                        number)
                .orElse(true);
    }

    /// The question in the language of FTS5. What somebody typed is in it only as tokens between
    /// quotes, and no token has a quote in it.
    private static String match(long log, Pattern pattern, Optional<Long> author) {
        Stream<String> tags =
                Stream.concat(
                        author.stream().map(number -> "\"" + log + "a" + number + "\""),
                        pattern.traits().stream().map(trait -> '"' + trait.token(log) + '"'));
        Stream<String> wanted =
                pattern.phrases().stream().filter(p -> !p.without()).map(p -> phrase(log, p));
        return Stream.concat(
                        Stream.of(
                                Stream.concat(wanted, tags)
                                        .collect(Collectors.joining(" AND ", "(", ")"))),
                        pattern.phrases().stream().filter(Phrase::without).map(p -> phrase(log, p)))
                .collect(Collectors.joining(" NOT "));
    }

    private static String phrase(long log, Phrase phrase) {
        return phrase.words().stream()
                        .map(word -> log + "w" + plain(word))
                        .collect(Collectors.joining(" ", "\"", "\""))
                + (phrase.beginning() ? " *" : "");
    }

    private static String plain(String word) {
        if (word.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a word has no quote in it");
        }
        return word;
    }
}

package chatbois.server.store;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Signature;
import chatbois.log.SignedEvent;
import chatbois.log.SignedHead;
import chatbois.log.Subtrees;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/// Reads the logs. For one thread at a time; what it returns is bounded by what it is asked for.
public class Reader {
    private static final String LOG =
            "SELECT row, log, size, root, epoch, signature, last_time FROM log";
    private static final String EVENT =
            "SELECT place, time, header, signature, salt, body FROM event";
    private static final String FILED =
            """
            SELECT place, time, header, signature, salt, body, kind, author_seq, device
            FROM event LEFT JOIN writer ON writer.row = event.writer AND writer.log = ?
            WHERE place > ? AND place < ? ORDER BY place
            """;
    private static final String UNREAD =
            """
            SELECT count(*) FROM (
                SELECT 1 FROM event
                WHERE place > ? AND place < ? AND kind = ? AND body IS NOT NULL
                    AND writer NOT IN (SELECT row FROM writer WHERE log = ? AND device IN (%s))
                LIMIT ?)
            """;

    private static final String NEWEST_OF_KINDS =
            """
            SELECT event.place, time, header, signature, salt, body FROM (
                SELECT place AS found FROM about
                WHERE target BETWEEN ? AND ? AND place > ? AND place <= ? AND kind IN %s
                ORDER BY place DESC LIMIT ?)
            JOIN event ON event.place = found ORDER BY event.place DESC
            """;
    private static final String LAST_OF_KIND =
            """
            SELECT event.place, time, header, signature, salt, body FROM (
                SELECT max(place) AS found FROM about
                WHERE target BETWEEN ? AND ? AND place <= ? AND kind = ? GROUP BY target)
            JOIN event ON event.place = found WHERE event.place > ?
            ORDER BY event.place
            """;

    /// The first of what waits is taken first, so that places come in order.
    private static final String THREAD =
            """
            WITH RECURSIVE thread(found) AS (
                SELECT ?
                UNION
                SELECT place FROM thread JOIN about ON target = found
                WHERE kind = 36 AND place > found AND place <= ?
                ORDER BY 1 LIMIT ?)
            SELECT found FROM thread
            """;

    private static final String MENTIONED =
            """
            SELECT DISTINCT mention.place, time FROM mention JOIN event USING(place)
            WHERE member IN (?, '') AND mention.place > ? AND mention.place < ?
                AND author <> ? AND body IS NOT NULL
            ORDER BY mention.place DESC LIMIT ?
            """;

    private static final String LAST_MESSAGES =
            """
            SELECT event.time, event.header FROM writer JOIN event ON event.place = (
                SELECT place FROM event
                WHERE event.writer = writer.row AND kind = ?
                ORDER BY author_seq DESC LIMIT 1)
            WHERE writer.log = ?
            """;

    /// Behind every event of a log.
    public static final long END = Place.LAST;

    final Statements sql;

    Reader(Statements sql) {
        this.sql = sql;
    }

    public Optional<LogRow> log(LogId log) {
        return sql.one(LOG + " WHERE log = ?", Reader::logRow, (Object) log.value().bytes());
    }

    public List<LogRow> logs() {
        List<LogRow> logs = new ArrayList<>();
        sql.each(LOG + " ORDER BY row", row -> logs.add(logRow(row)));
        return logs;
    }

    /// The events `from` to `to`, both included, fewer if their bodies would exceed `maxBytes`; at
    /// least one if there is one.
    public List<Event> events(LogRow log, long from, long to, int maxBytes) {
        return events(log, from, to, maxBytes, "ASC");
    }

    /// The same, but what is too much is missing at the front and not at the end.
    public List<Event> lastEvents(LogRow log, long from, long to, int maxBytes) {
        return events(log, from, to, maxBytes, "DESC").reversed();
    }

    private List<Event> events(LogRow log, long from, long to, int maxBytes, String order) {
        List<Event> events = new ArrayList<>();
        int[] room = {maxBytes};
        sql.eachWhile(
                EVENT + " WHERE place BETWEEN ? AND ? ORDER BY place " + order,
                row -> {
                    Event event = event(row);
                    Content content = event.signed().content();
                    room[0] -= content == null ? 0 : content.length();
                    boolean fits = events.isEmpty() || room[0] >= 0;
                    if (fits) {
                        events.add(event);
                    }
                    return fits;
                },
                Place.of(log.row(), from),
                Place.of(log.row(), to));
        return events;
    }

    /// The event at a place, if there is one.
    public Optional<Event> event(LogRow log, long seq) {
        return sql.one(EVENT + " WHERE place = ?", Reader::event, Place.of(log.row(), seq));
    }

    /// The reactions, and those that were taken back, behind `after` and up to `size`, to the
    /// messages `from` to `to`: the newest first, at most so many.
    public List<Event> reactions(LogRow log, long from, long to, long after, long size, int most) {
        return newest("(49, 50)", log, from, to, after, size, most);
    }

    /// In which words the files of those messages are described, in the same way.
    public List<Event> descriptions(
            LogRow log, long from, long to, long after, long size, int most) {
        return newest("(51)", log, from, to, after, size, most);
    }

    private List<Event> newest(
            String kinds, LogRow log, long from, long to, long after, long size, int most) {
        List<Event> found = new ArrayList<>();
        sql.each(
                NEWEST_OF_KINDS.formatted(kinds),
                row -> found.add(event(row)),
                Place.of(log.row(), from),
                Place.of(log.row(), to),
                Place.of(log.row(), after),
                Place.of(log.row(), size),
                most);
        return found;
    }

    /// Of each of the messages `from` to `to` the last event of that kind that was about it, if it
    /// is behind `after`; only up to `size`.
    public List<Event> last(LogRow log, int kind, long from, long to, long after, long size) {
        List<Event> found = new ArrayList<>();
        sql.each(
                LAST_OF_KIND,
                row -> found.add(event(row)),
                Place.of(log.row(), from),
                Place.of(log.row(), to),
                Place.of(log.row(), size),
                kind,
                Place.of(log.row(), after));
        return found;
    }

    /// A message, what answers it, and what answers those, up to `size`: their numbers in order, at
    /// most so many.
    public List<Long> thread(LogRow log, long root, long size, int most) {
        List<Long> found = new ArrayList<>();
        sql.each(
                THREAD,
                row -> found.add(Place.seq(row.getLong(1))),
                Place.of(log.row(), root),
                Place.of(log.row(), size),
                most);
        return found;
    }

    /// Messages after `seq` by others that are meant for a member, counted up to `most`.
    public int mentions(LogRow log, long seq, MemberId member, int most) {
        return newestMentions(log, seq, member, most).size();
    }

    /// The same messages, the newest first, at most so many.
    public List<Stated> newestMentions(LogRow log, long seq, MemberId member, int most) {
        List<Stated> found = new ArrayList<>();
        sql.each(
                MENTIONED,
                row -> found.add(new Stated(Place.seq(row.getLong(1)), row.getLong(2))),
                member.toString(),
                Place.of(log.row(), seq),
                Place.of(log.row() + 1, 0),
                member.toString(),
                most);
        return found;
    }

    /// An event's place and time.
    public record Stated(long seq, long time) {}

    /// Every event of a log in order, one at a time, with what it is filed under.
    public void eachEvent(LogRow log, Consumer<FiledEvent> consumer) {
        sql.each(
                FILED,
                row -> consumer.accept(filed(row)),
                log.row(),
                Place.of(log.row(), 0),
                Place.of(log.row() + 1, 0));
    }

    /// How many events there are in all logs, and in none.
    public long events() {
        return sql.one("SELECT count(*) FROM event", row -> row.getLong(1)).orElse(0L);
    }

    /// All logs together.
    ///
    /// @param largest how many events the largest has
    public record Totals(long logs, long events, long largest) {}

    public Totals totals() {
        return sql.one(
                        "SELECT count(*), sum(size), max(size) FROM log",
                        row -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3)))
                .orElseThrow();
    }

    /// The last event of a log that is older than that time, 0 for none. Time never runs backwards
    /// in a log.
    public long lastBefore(LogRow log, long time) {
        long older = 0;
        long younger = log.size() + 1;
        while (younger - older > 1) {
            long middle = (older + younger) >>> 1;
            if (time(log, middle) < time) {
                older = middle;
            } else {
                younger = middle;
            }
        }
        return older;
    }

    private long time(LogRow log, long seq) {
        return sql.one(
                        "SELECT time FROM event WHERE place = ?",
                        row -> row.getLong(1),
                        Place.of(log.row(), seq))
                .orElseThrow();
    }

    /// The first text from `from` to `to` that is not erased, 0 for none.
    public long firstWhole(LogRow log, long from, long to) {
        return sql.one(
                        """
                        SELECT place FROM event
                        WHERE place BETWEEN ? AND ? AND kind IN %s AND body IS NOT NULL
                        ORDER BY place LIMIT 1
                        """
                                .formatted(Schema.TEXT_KINDS),
                        row -> Place.seq(row.getLong(1)),
                        Place.of(log.row(), from),
                        Place.of(log.row(), to))
                .orElse(0L);
    }

    /// Messages that are not erased.
    ///
    /// @param bytes of their bodies, and of those that edit messages
    public record Whole(long messages, long bytes) {}

    /// How many messages up to an event are not erased.
    public Whole whole(LogRow log, long to) {
        return sql.one(
                        """
                        SELECT total(kind = ?), total(length(body)) FROM event
                        WHERE place BETWEEN ? AND ? AND kind IN %s AND body IS NOT NULL
                        """
                                .formatted(Schema.TEXT_KINDS),
                        row -> new Whole(row.getLong(1), row.getLong(2)),
                        Schema.MESSAGE_KIND,
                        Place.of(log.row(), 1),
                        Place.of(log.row(), to))
                .orElseThrow();
    }

    /// What is wrong with the file as SQLite sees it.
    public List<String> damages() {
        List<String> damages = new ArrayList<>();
        sql.each("PRAGMA integrity_check(10)", row -> damages.add(row.getString(1)));
        damages.remove("ok");
        Set<String> tables = new HashSet<>();
        sql.each(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL",
                row -> tables.add(row.getString(1).strip()));
        if (!tables.equals(Schema.written())) {
            damages.add("the tables are not as this program makes them");
        }
        return damages;
    }

    /// Every event of a log that isn't talk, in order, one at a time.
    public void eachControl(LogRow log, Consumer<Event> consumer) {
        sql.each(
                EVENT
                        + " INDEXED BY event_control WHERE place > ? AND place < ?"
                        + " AND kind NOT IN "
                        + Schema.TALK_KINDS
                        + " ORDER BY place",
                row -> consumer.accept(event(row)),
                Place.of(log.row(), 0),
                Place.of(log.row() + 1, 0));
    }

    /// Who wrote the messages among the last events of a log, and when; the oldest first.
    public void eachRecentAuthor(LogRow log, int events, ObjLongConsumer<MemberId> consumer) {
        sql.each(
                "SELECT header, time FROM event WHERE place > ? AND place < ? AND kind = "
                        + Schema.MESSAGE_KIND
                        + " ORDER BY place",
                row -> consumer.accept(Header.decode(row.getBytes(1)).author(), row.getLong(2)),
                Place.of(log.row(), Math.max(log.size() - events, 0)),
                Place.of(log.row() + 1, 0));
    }

    /// The last number that a device used in a log, 0 for none.
    public long lastAuthorSeq(LogRow log, VerifyKey device) {
        return sql.one(
                        """
                        SELECT max(author_seq) FROM event
                        WHERE writer = (SELECT row FROM writer WHERE log = ? AND device = ?)
                        """,
                        row -> row.getLong(1),
                        log.row(),
                        device.value().bytes())
                .orElse(0L);
    }

    /// What a device wrote under its own number.
    public Optional<Event> byAuthor(LogRow log, VerifyKey device, long authorSeq) {
        return sql.one(
                EVENT
                        + " WHERE writer = (SELECT row FROM writer WHERE log = ? AND device = ?)"
                        + " AND author_seq = ?",
                Reader::event,
                log.row(),
                device.value().bytes(),
                authorSeq);
    }

    /// When each author said something last in a log.
    public Map<MemberId, Long> lastMessages(LogRow log) {
        Map<MemberId, Long> times = new HashMap<>();
        sql.each(
                LAST_MESSAGES,
                row ->
                        times.merge(
                                Header.decode(row.getBytes(2)).author(), row.getLong(1), Math::max),
                Schema.MESSAGE_KIND,
                log.row());
        return times;
    }

    public Subtrees tree(LogRow log) {
        return new StoredTree(sql, log.row());
    }

    /// The last event of a log that a member has read, 0 for none.
    public long marker(LogRow log, MemberId member) {
        return sql.one(
                        "SELECT seq FROM marker WHERE member = ? AND log = ?",
                        row -> row.getLong(1),
                        member.toString(),
                        log.row())
                .orElse(0L);
    }

    /// Messages after `seq` that none of a member's own devices wrote, counted up to `most`.
    public int unread(LogRow log, long seq, List<VerifyKey> own, int most) {
        List<Object> values = new ArrayList<>();
        values.add(Place.of(log.row(), seq));
        values.add(Place.of(log.row() + 1, 0));
        values.add(Schema.MESSAGE_KIND);
        values.add(log.row());
        own.forEach(device -> values.add(device.value().bytes()));
        // Statements stay prepared: few numbers of devices keep them few.
        int places = Math.max(1, Integer.highestOneBit(2 * own.size() - 1));
        for (int i = own.size(); i < places; i++) {
            values.add(new byte[0]);
        }
        values.add(most);
        String marks = String.join(", ", Collections.nCopies(places, "?"));
        return sql.one(UNREAD.formatted(marks), row -> row.getInt(1), values.toArray()).orElse(0);
    }

    /// Which files there are.
    public FileTable fileTable() {
        return new FileTable(sql);
    }

    /// What is kept of members beside the logs.
    public Personal personal() {
        return new Personal(sql);
    }

    private static LogRow logRow(ResultSet row) throws SQLException {
        LogId log = new LogId(Bytes32.of(row.getBytes(2)));
        TreeHead head = new TreeHead(row.getLong(3), Bytes32.of(row.getBytes(4)));
        SignedHead signed =
                new SignedHead(log, row.getLong(5), head, new Signature(row.getBytes(6)));
        return new LogRow(row.getLong(1), log, signed, row.getLong(7));
    }

    private static FiledEvent filed(ResultSet row) throws SQLException {
        byte[] device = row.getBytes(9);
        return new FiledEvent(
                event(row),
                row.getLong(7),
                row.getLong(8),
                device == null ? null : new VerifyKey(Bytes32.of(device)),
                (row.getBytes(5) == null) != (row.getBytes(6) == null));
    }

    private static Event event(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes(5);
        byte[] body = row.getBytes(6);
        return new Event(
                Place.seq(row.getLong(1)),
                row.getLong(2),
                new SignedEvent(
                        Header.decode(row.getBytes(3)),
                        new Signature(row.getBytes(4)),
                        salt == null || body == null ? null : new Content(salt, body)));
    }
}

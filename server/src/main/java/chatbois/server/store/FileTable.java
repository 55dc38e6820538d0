package chatbois.server.store;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reads which files there are: who has sent which one (a holding), and which messages they came
/// with. For one thread at a time, that of its [Reader].
public final class FileTable {
    private static final int LOGS = 10_000;

    private final Statements sql;

    FileTable(Statements sql) {
        this.sql = sql;
    }

    /// A file that a member has sent.
    public record Holding(MemberId member, Bytes32 hash) {}

    /// A file, whoever sent it.
    public record Known(Bytes32 hash, long size) {}

    /// How many files there are, and their bytes.
    public record Totals(long count, long bytes) {}

    /// The size of a file that this member has sent whole.
    public Optional<Long> size(MemberId member, Bytes32 hash) {
        return sql.one(
                "SELECT size FROM holding WHERE member = ? AND hash = ?",
                row -> row.getLong(1),
                member.toString(),
                hash.bytes());
    }

    /// The size of a file that anybody has sent whole.
    public Optional<Long> size(Bytes32 hash) {
        return sql.one(
                "SELECT size FROM holding WHERE hash = ? LIMIT 1",
                row -> row.getLong(1),
                (Object) hash.bytes());
    }

    /// The bytes of all that a member has sent.
    public long used(MemberId member) {
        return sql.one(
                        "SELECT coalesce(sum(size), 0) FROM holding WHERE member = ?",
                        row -> row.getLong(1),
                        member.toString())
                .orElse(0L);
    }

    /// Whether that event names that file, and both are still there.
    public boolean isAttached(LogId log, long seq, Bytes32 hash) {
        return Place.isSeq(seq)
                && sql.one(
                                """
                                SELECT 1 FROM log
                                JOIN attached ON attached.place = (log.row << 40) + ?
                                WHERE log.log = ? AND attached.hash = ?
                                """,
                                row -> row.getLong(1),
                                seq,
                                log.value().bytes(),
                                hash.bytes())
                        .isPresent();
    }

    /// The logs in which messages name that file.
    public List<LogId> logsWith(Bytes32 hash) {
        List<LogId> logs = new ArrayList<>();
        sql.each(
                """
                SELECT DISTINCT log.log FROM attached JOIN log ON log.row = attached.place >> 40
                WHERE attached.hash = ? LIMIT ?
                """,
                row -> logs.add(new LogId(Bytes32.of(row.getBytes(1)))),
                hash.bytes(),
                LOGS);
        return logs;
    }

    public Totals totals() {
        return sql.one(
                        """
                        SELECT count(*), coalesce(sum(size), 0)
                        FROM (SELECT max(size) AS size FROM holding GROUP BY hash)
                        """,
                        row -> new Totals(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    /// What came with messages that are all older than that, and with no younger one.
    public Totals before(long time) {
        return sql.one(
                        """
                        SELECT count(*), coalesce(sum(size), 0) FROM (
                            SELECT max(size) AS size FROM (
                                SELECT hash, size, (
                                    SELECT max(attached.time) FROM attached
                                    WHERE attached.hash = holding.hash
                                        AND attached.member = holding.member) AS named
                                FROM holding)
                            GROUP BY hash HAVING min(coalesce(named < ?, 0)) = 1)
                        """,
                        row -> new Totals(row.getLong(1), row.getLong(2)),
                        time)
                .orElseThrow();
    }

    /// Every file once, in the order of their hashes.
    public void each(Consumer<Known> consumer) {
        sql.each(
                "SELECT hash, max(size) FROM holding GROUP BY hash ORDER BY hash",
                row -> consumer.accept(new Known(hash(row, 1), row.getLong(2))));
    }

    /// What nobody has touched since that time and no message of its holder names, at most so many.
    public List<Holding> idle(long before, int most) {
        List<Holding> idle = new ArrayList<>();
        sql.each(
                "SELECT member, hash FROM holding WHERE " + FileChanges.IDLE + " LIMIT ?",
                row -> idle.add(new Holding(MemberId.parse(row.getString(1)), hash(row, 2))),
                before,
                most);
        return idle;
    }

    /// The files that came with the messages of a log, by the messages' places.
    public Map<Long, Set<Bytes32>> attached(LogRow log) {
        Map<Long, Set<Bytes32>> all = new HashMap<>();
        sql.each(
                "SELECT place, hash FROM attached WHERE place > ? AND place < ?",
                row ->
                        all.computeIfAbsent(Place.seq(row.getLong(1)), _ -> new HashSet<>())
                                .add(hash(row, 2)),
                Place.of(log.row(), 0),
                Place.of(log.row() + 1, 0));
        return all;
    }

    /// How many files came with messages whose authors have not sent them.
    public long unheld() {
        return sql.one(
                        """
                        SELECT count(*) FROM attached LEFT JOIN holding USING(member, hash)
                        WHERE holding.size IS NULL
                        """,
                        row -> row.getLong(1))
                .orElse(0L);
    }

    private static Bytes32 hash(ResultSet row, int column) throws SQLException {
        return Bytes32.of(row.getBytes(column));
    }
}

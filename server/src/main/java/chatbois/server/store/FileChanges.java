package chatbois.server.store;

import chatbois.log.Bytes32;
import chatbois.log.MemberId;
import chatbois.server.store.FileTable.Holding;
import java.util.ArrayList;
import java.util.List;

/// Changes which files there are, in the open transaction. For the writer's thread only.
public final class FileChanges {
    static final String IDLE =
            """
            time < ? AND NOT EXISTS (
                SELECT 1 FROM attached
                WHERE attached.hash = holding.hash AND attached.member = holding.member)
            """;

    private static final String NAMED_BETWEEN = "place BETWEEN ? AND ?";

    private final Statements sql;

    FileChanges(Statements sql) {
        this.sql = sql;
    }

    /// A member has sent a file, or wants to use it again. Says whether it fits the quota.
    public boolean hold(MemberId member, FileTable.Known file, long time, long quota) {
        byte[] hash = file.hash().bytes();
        boolean known =
                sql.update(
                                "UPDATE holding SET time = ? WHERE member = ? AND hash = ?",
                                time,
                                member.toString(),
                                hash)
                        > 0;
        return known
                || sql.update(
                                """
                                INSERT INTO holding(member, hash, size, time) SELECT ?, ?, ?, ?
                                WHERE ? + (
                                    SELECT coalesce(sum(size), 0) FROM holding WHERE member = ?)
                                    <= ?
                                """,
                                member.toString(),
                                hash,
                                file.size(),
                                time,
                                file.size(),
                                member.toString(),
                                quota)
                        > 0;
    }

    /// A message names a file.
    public void attach(LogRow log, long seq, Bytes32 hash, MemberId author, long time) {
        sql.update(
                "INSERT OR IGNORE INTO attached(place, hash, member, time) VALUES(?, ?, ?, ?)",
                Place.of(log.row(), seq),
                hash.bytes(),
                author.toString(),
                time);
    }

    /// The events of those places are erased; what came with them can go at once.
    void detach(long first, long last) {
        sql.update(
                """
                UPDATE holding SET time = 0 WHERE (member, hash) IN (
                    SELECT member, hash FROM attached WHERE place BETWEEN ? AND ?)
                """,
                first,
                last);
        sql.update("DELETE FROM attached WHERE " + NAMED_BETWEEN, first, last);
    }

    /// Files of messages that are older than that are kept no more, some at a time; says how many
    /// that were.
    public int detachBefore(long time, int most) {
        String old = "(SELECT place, hash FROM attached WHERE time < ? ORDER BY time LIMIT ?)";
        sql.update(
                """
                UPDATE holding SET time = 0 WHERE (member, hash) IN (
                    SELECT member, hash FROM attached WHERE time < ? ORDER BY time LIMIT ?)
                """,
                time,
                most);
        return sql.update("DELETE FROM attached WHERE (place, hash) IN " + old, time, most);
    }

    /// Lets go of those that are still idle; gives which files nobody has any more.
    public List<Bytes32> release(List<Holding> idle, long before) {
        List<Bytes32> gone = new ArrayList<>();
        for (Holding each : idle) {
            byte[] hash = each.hash().bytes();
            int released =
                    sql.update(
                            "DELETE FROM holding WHERE member = ? AND hash = ? AND " + IDLE,
                            each.member().toString(),
                            hash,
                            before);
            if (released > 0 && new FileTable(sql).size(each.hash()).isEmpty()) {
                gone.add(each.hash());
            }
        }
        return gone;
    }
}

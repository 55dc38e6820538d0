package chatbois.server.store;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.AddressBan;
import chatbois.protocol.AddressRange;
import chatbois.protocol.Draft;
import chatbois.protocol.Privacy;
import chatbois.protocol.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what is kept of members beside the logs: who is kept out from where, whom they block, what
/// they let be told, what they have read and written, and when they were here. For one thread at a
/// time, that of its [Reader].
public final class Personal {
    private static final String STRAY_MARKERS =
            """
            SELECT count(*) FROM marker LEFT JOIN log ON log.row = marker.log
            WHERE log.row IS NULL OR marker.seq < 0 OR marker.seq > log.size
            """;

    private final Statements sql;

    Personal(Statements sql) {
        this.sql = sql;
    }

    public List<AddressBan> addressBans() {
        List<AddressBan> bans = new ArrayList<>();
        sql.each(
                "SELECT addresses, until, reason, member FROM address_ban",
                row ->
                        bans.add(
                                new AddressBan(
                                        AddressRange.parse(row.getString(1)),
                                        row.getLong(2),
                                        row.getString(3),
                                        MemberId.parse(row.getString(4)))));
        return bans;
    }

    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        sql.each(
                "SELECT member, blocked FROM block",
                row ->
                        blocks.add(
                                new Block(
                                        MemberId.parse(row.getString(1)),
                                        MemberId.parse(row.getString(2)))));
        return blocks;
    }

    /// How far members have read a log who let others know it.
    public List<Receipt> receipts(LogId log) {
        List<Receipt> all = new ArrayList<>();
        sql.each(
                "SELECT member, seq FROM receipt WHERE log = (SELECT row FROM log WHERE log = ?)",
                row -> all.add(new Receipt(MemberId.parse(row.getString(1)), row.getLong(2))),
                (Object) log.value().bytes());
        return all;
    }

    /// What a member has written and not sent, the newest first.
    public List<Draft> drafts(MemberId member) {
        List<Draft> all = new ArrayList<>();
        sql.each(
                """
                SELECT log.log, draft.text FROM draft JOIN log ON log.row = draft.log
                WHERE draft.member = ? ORDER BY draft.time DESC
                """,
                row -> all.add(new Draft(new LogId(Bytes32.of(row.getBytes(1))), row.getString(2))),
                member.toString());
        return all;
    }

    /// What members let be told, of those who said so.
    public Map<MemberId, Privacy> privacies() {
        Map<MemberId, Privacy> all = new HashMap<>();
        sql.each(
                "SELECT member, presence, last_seen, receipts, drafts FROM privacy",
                row ->
                        all.put(
                                MemberId.parse(row.getString(1)),
                                new Privacy(
                                        row.getInt(2) != 0,
                                        row.getInt(3) != 0,
                                        row.getInt(4) != 0,
                                        row.getInt(5) != 0)));
        return all;
    }

    /// When a device was connected last, milliseconds since 1970; 0 if it never was.
    public long lastSeen(VerifyKey device) {
        return sql.one(
                        "SELECT time FROM device_seen WHERE device = ?",
                        row -> row.getLong(1),
                        (Object) device.value().bytes())
                .orElse(0L);
    }

    /// Whose markers there are.
    public List<String> markerOwners() {
        List<String> owners = new ArrayList<>();
        sql.each("SELECT DISTINCT member FROM marker", row -> owners.add(row.getString(1)));
        return owners;
    }

    /// How many markers point to where no event is.
    public long strayMarkers() {
        return sql.one(STRAY_MARKERS, row -> row.getLong(1)).orElse(0L);
    }
}

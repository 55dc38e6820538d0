package chatbois.server.store;

import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.AddressBan;
import chatbois.protocol.AddressRange;
import chatbois.protocol.Draft;
import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import chatbois.protocol.Receipt;
import org.jspecify.annotations.Nullable;

/// The one writer's view of the store: everything since the last [#commit()] becomes durable with
/// it or not at all. For the writer's thread only.
public final class Transaction extends Reader implements AutoCloseable {
    private static final String ERASE =
            "UPDATE event SET salt = NULL, body = NULL WHERE body IS NOT NULL AND kind IN "
                    + Schema.TEXT_KINDS
                    + " AND ";

    Transaction(Statements sql) {
        super(sql);
    }

    /// Takes the right to write, and waits for it if another connection has it. Who reads first
    /// would not wait: SQLite refuses at once what could never end.
    public void begin() {
        sql.update("UPDATE log SET size = size WHERE row < 0");
    }

    /// Makes room for a log that has no events yet.
    public LogRow createLog(LogId log, SignedHead empty) {
        sql.update(
                """
                INSERT INTO log(log, size, root, epoch, signature, last_time)
                VALUES(?, ?, ?, ?, ?, 0)
                """,
                log.value().bytes(),
                empty.head().size(),
                empty.head().root().bytes(),
                empty.epoch(),
                empty.signature().bytes());
        return log(log).orElseThrow();
    }

    /// Adds an event at its place; the log's head follows with [#setHead].
    public void append(LogRow log, Event event) {
        Header header = event.header();
        Content content = event.signed().content();
        sql.update(
                """
                INSERT INTO event(
                    place, time, kind, writer, author_seq, header, signature, salt, body, leaf)
                VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Place.of(log.row(), event.seq()),
                event.time(),
                header.kind(),
                writer(log, header.device()),
                header.authorSeq(),
                header.encode(),
                event.signed().signature().bytes(),
                content == null ? null : content.salt(),
                content == null ? null : content.body(),
                event.leaf().bytes());
        new StoredTree(sql, log.row()).complete(event.seq());
    }

    /// Remembers that an event is about a message.
    public void relate(LogRow log, long target, long seq, int kind) {
        sql.update(
                "INSERT OR IGNORE INTO about(target, place, kind) VALUES(?, ?, ?)",
                Place.of(log.row(), target),
                Place.of(log.row(), seq),
                kind);
    }

    /// Remembers for whom a message is meant.
    ///
    /// @param member null for everybody in the chat
    public void mention(LogRow log, long seq, @Nullable MemberId member, MemberId author) {
        sql.update(
                "INSERT OR IGNORE INTO mention(member, place, author) VALUES(?, ?, ?)",
                member == null ? "" : member.toString(),
                Place.of(log.row(), seq),
                author.toString());
    }

    public void setHead(LogRow log, SignedHead head, long lastTime) {
        sql.update(
                """
                UPDATE log SET size = ?, root = ?, epoch = ?, signature = ?, last_time = ?
                WHERE row = ?
                """,
                head.head().size(),
                head.head().root().bytes(),
                head.epoch(),
                head.signature().bytes(),
                lastTime,
                log.row());
    }

    /// Moves a member's marker forward, never back.
    public void mark(LogRow log, MemberId member, long seq) {
        sql.update(
                """
                INSERT INTO marker(member, log, seq) VALUES(?, ?, ?)
                ON CONFLICT(member, log) DO UPDATE SET seq = max(seq, excluded.seq)
                """,
                member.toString(),
                log.row(),
                seq);
    }

    /// Erases the bodies of the messages `from` to `to`, both included, of all that gave them
    /// another text, and their salts; the files that came with them are theirs no more. What was
    /// signed stays, and so does the log's head. Says how many that were.
    public int eraseMessages(LogRow log, long from, long to) {
        long first = Place.of(log.row(), from);
        long last = Place.of(log.row(), to);
        files().detach(first, last);
        return sql.update(ERASE + "place BETWEEN ? AND ?", first, last)
                + sql.update(
                        ERASE
                                + "place IN (SELECT place FROM about"
                                + " WHERE target BETWEEN ? AND ? AND kind IN "
                                + Schema.REWORDING_KINDS
                                + ")",
                        first,
                        last);
    }

    /// Which files there are, to be changed.
    public FileChanges files() {
        return new FileChanges(sql);
    }

    /// Keeps a ban of addresses, in place of the one for the same range.
    public void putAddressBan(AddressBan ban) {
        sql.update(
                "INSERT OR REPLACE INTO address_ban(addresses, until, reason, member)"
                        + " VALUES(?, ?, ?, ?)",
                ban.range().toString(),
                ban.until(),
                ban.reason(),
                ban.by().toString());
    }

    public void putBlock(Block block) {
        sql.update(
                "INSERT OR IGNORE INTO block(member, blocked) VALUES(?, ?)",
                block.member().toString(),
                block.blocked().toString());
    }

    public void removeBlock(Block block) {
        sql.update(
                "DELETE FROM block WHERE member = ? AND blocked = ?",
                block.member().toString(),
                block.blocked().toString());
    }

    /// A device was connected at that time, milliseconds since 1970.
    public void seen(VerifyKey device, long time) {
        sql.update(
                "INSERT OR REPLACE INTO device_seen(device, time) VALUES(?, ?)",
                device.value().bytes(),
                time);
    }

    /// Forgets when a device was connected.
    public void forgetSeen(VerifyKey device) {
        sql.update("DELETE FROM device_seen WHERE device = ?", (Object) device.value().bytes());
    }

    /// A member, who lets others know it, has read a log up to there, never beyond its end; never
    /// goes back.
    public void putReceipt(LogId log, Receipt read) {
        sql.update(
                """
                INSERT INTO receipt(log, member, seq) SELECT row, ?, min(?, size) FROM log WHERE log = ?
                ON CONFLICT(log, member) DO UPDATE SET seq = max(seq, excluded.seq)
                """,
                read.member().toString(),
                read.seq(),
                log.value().bytes());
    }

    /// Forgets how far a member has read, for the eyes of others.
    public void removeReceipts(MemberId member) {
        sql.update("DELETE FROM receipt WHERE member = ?", member.toString());
    }

    /// Keeps what a member has written in a chat and not sent, in place of what was; empty for
    /// nothing. Says whether that fits beside the others.
    public boolean putDraft(MemberId member, Draft draft, long time) {
        byte[] log = draft.chat().value().bytes();
        sql.update(
                """
                DELETE FROM draft
                WHERE member = ? AND log = (SELECT row FROM log WHERE log = ?)
                """,
                member.toString(),
                log);
        return draft.text().isEmpty()
                || sql.update(
                                """
                                INSERT INTO draft(member, log, text, time)
                                SELECT ?, row, ?, ? FROM log WHERE log = ?
                                AND (SELECT count(*) FROM draft WHERE member = ?) < ?
                                """,
                                member.toString(),
                                draft.text(),
                                time,
                                log,
                                member.toString(),
                                Limits.DRAFTS)
                        > 0;
    }

    /// Forgets what a member has written anywhere and not sent.
    public void removeDrafts(MemberId member) {
        sql.update("DELETE FROM draft WHERE member = ?", member.toString());
    }

    /// Forgets what anybody has written in a chat and not sent.
    public void removeDrafts(LogId chat) {
        sql.update(
                "DELETE FROM draft WHERE log = (SELECT row FROM log WHERE log = ?)",
                (Object) chat.value().bytes());
    }

    /// Keeps what a member lets be told, in place of what was.
    public void putPrivacy(MemberId member, Privacy wish) {
        sql.update(
                """
                INSERT OR REPLACE INTO privacy(member, presence, last_seen, receipts, drafts)
                VALUES(?, ?, ?, ?, ?)
                """,
                member.toString(),
                wish.presence() ? 1 : 0,
                wish.lastSeen() ? 1 : 0,
                wish.receipts() ? 1 : 0,
                wish.drafts() ? 1 : 0);
    }

    public void removeAddressBan(AddressRange range) {
        sql.update("DELETE FROM address_ban WHERE addresses = ?", range.toString());
    }

    /// Returns when everything is on disk.
    public void commit() {
        sql.commit();
    }

    public void rollback() {
        sql.rollback();
    }

    @Override
    public void close() {
        sql.close();
    }

    private long writer(LogRow log, VerifyKey device) {
        byte[] key = device.value().bytes();
        return findWriter(log, key)
                .orElseGet(() -> {
                    sql.update("INSERT INTO writer(log, device) VALUES(?, ?)", log.row(), key);
                    return findWriter(log, key).orElseThrow();
                });
    }

    private java.util.Optional<Long> findWriter(LogRow log, byte[] device) {
        return sql.one(
                "SELECT row FROM writer WHERE log = ? AND device = ?",
                row -> row.getLong(1),
                log.row(),
                device);
    }
}

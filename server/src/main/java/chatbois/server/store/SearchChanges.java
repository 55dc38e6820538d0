package chatbois.server.store;

import chatbois.log.Bytes32;
import chatbois.log.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills the index; everything since the last [#commit()] is in it with that or not at all. For one
/// thread.
///
/// Each token is one of a log: it begins with the log's number in the store, so that whoever looks
/// into one log reads nothing of any other. Behind that comes `w` and a word, `a` and an author's
/// number, or the letter of a [Trait].
public final class SearchChanges {
    private static final int MERGED_PAGES = 1_000;

    final Statements sql;
    private final Map<Long, Long> newest;
    private long last;
    private boolean removed;

    /// @param newest the number of the newest message of each log, or one that is higher
    SearchChanges(Statements sql, Map<Long, Long> newest) {
        this.sql = sql;
        this.newest = newest;
        this.last = sql.one("SELECT max(number) FROM message", row -> row.getLong(1)).orElse(0L);
    }

    void loadNewest() {
        sql.each(
                "SELECT log, newest FROM reached",
                row -> newest.put(row.getLong(1), row.getLong(2)));
        sql.commit();
    }

    /// In how many logs it has begun.
    public long logs() {
        return sql.one("SELECT count(*) FROM reached", row -> row.getLong(1)).orElse(0L);
    }

    /// How far it has come in a log; nothing if it has not begun.
    public Optional<SearchFile.Reached> reached(LogRow log) {
        return sql.one(
                "SELECT seq, leaf FROM reached WHERE log = ?",
                row -> new SearchFile.Reached(row.getLong(1), Bytes32.of(row.getBytes(2))),
                log.row());
    }

    /// It has taken in a log up to an event with that leaf.
    public void reach(LogRow log, long seq, Bytes32 leaf) {
        sql.update(
                "INSERT OR REPLACE INTO reached(log, seq, leaf, newest) VALUES(?, ?, ?, ?)",
                log.row(),
                seq,
                leaf.bytes(),
                newest.getOrDefault(log.row(), 0L));
    }

    /// Takes in what a message says, in place of what it said before.
    public void put(LogRow log, long seq, long time, MemberId author, SearchFile.Text text) {
        long place = Place.of(log.row(), seq);
        long number = remove(place).orElseGet(() -> ++last);
        newest.merge(log.row(), number, Math::max);
        String tokens = tokens(log.row(), author, text);
        sql.update("INSERT INTO token(rowid, tokens) VALUES(?, ?)", number, tokens);
        sql.update(
                "INSERT INTO message(number, place, time, tokens) VALUES(?, ?, ?, ?)",
                number,
                place,
                time,
                tokens);
    }

    /// Takes out the messages `from` to `to`, both included. Says how many that were.
    public int remove(LogRow log, long from, long to) {
        List<Long> places = new ArrayList<>();
        sql.each(
                "SELECT place FROM message WHERE place BETWEEN ? AND ?",
                row -> places.add(row.getLong(1)),
                Place.of(log.row(), from),
                Place.of(log.row(), to));
        places.forEach(this::remove);
        if (!places.isEmpty()) {
            sql.update("INSERT OR IGNORE INTO untidy(yes) VALUES(1)");
            removed = true;
        }
        return places.size();
    }

    /// Whether something was taken out since this was asked last.
    public boolean takeRemoved() {
        boolean now = removed;
        removed = false;
        return now;
    }

    private Optional<Long> remove(long place) {
        record Old(long number, String tokens) {}
        Optional<Old> old =
                sql.one(
                        "SELECT number, tokens FROM message WHERE place = ?",
                        row -> new Old(row.getLong(1), row.getString(2)),
                        place);
        old.ifPresent(message -> {
            sql.update(
                    "INSERT INTO token(token, rowid, tokens) VALUES('delete', ?, ?)",
                    message.number,
                    message.tokens);
            sql.update("DELETE FROM message WHERE number = ?", message.number);
        });
        return old.map(Old::number);
    }

    /// Whether something was taken out since the last [SearchFile#tidy()].
    public boolean isUntidy() {
        boolean untidy = sql.one("SELECT yes FROM untidy", _ -> true).orElse(false);
        sql.commit(); // a look that stays open would be in the way
        return untidy;
    }

    /// Forgets everything.
    public void clear() {
        sql.update("INSERT INTO token(token) VALUES('delete-all')");
        sql.update("DELETE FROM message");
        sql.update("DELETE FROM author");
        sql.update("DELETE FROM reached");
        last = 0;
    }

    /// Brings a part of what is in many small pieces into one, which is faster to look into; false
    /// if there is nothing left to do.
    ///
    /// @param begins whether all pieces there are now are to become one
    public boolean merge(boolean begins) {
        long before = changed();
        sql.update(
                "INSERT INTO token(token, rank) VALUES('merge', ?)",
                begins ? -MERGED_PAGES : MERGED_PAGES);
        sql.commit();
        return changed() - before > 1;
    }

    private long changed() {
        return sql.one("SELECT total_changes()", row -> row.getLong(1)).orElse(0L);
    }

    public void commit() {
        sql.commit();
    }

    public void rollback() {
        sql.rollback();
        last = sql.one("SELECT max(number) FROM message", row -> row.getLong(1)).orElse(0L);
    }

    private String tokens(long log, MemberId author, SearchFile.Text text) {
        StringBuilder tokens = new StringBuilder();
        tokens.append(log).append('a').append(author(author));
        text.traits().forEach(trait -> tokens.append(' ').append(trait.token(log)));
        for (String word : text.words()) {
            tokens.append(' ').append(log).append('w').append(word);
        }
        return tokens.toString();
    }

    private long author(MemberId member) {
        return SearchFile.author(sql, member)
                .orElseGet(() -> {
                    sql.update("INSERT INTO author(member) VALUES(?)", member.toString());
                    return SearchFile.author(sql, member).orElseThrow();
                });
    }
}

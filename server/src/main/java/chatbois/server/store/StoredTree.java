package chatbois.server.store;

import chatbois.log.Bytes32;
import chatbois.log.Merkle;
import chatbois.log.Subtrees;
import java.util.ArrayList;
import java.util.List;

/// A log's Merkle tree on disk: the leaves beside their events, and one row for each full subtree
/// of 256, 65,536 … leaves. What lies between is hashed again when asked for, from at most 128
/// rows.
final class StoredTree implements Subtrees {
    /// Every eighth level is kept.
    static final int STRIDE = 8;

    private static final String LEAVES =
            "SELECT leaf FROM event WHERE place >= ? AND place < ? ORDER BY place";
    private static final String NODES =
            "SELECT hash FROM node WHERE level = ? AND place >= ? AND place < ? ORDER BY place";

    private final Statements sql;
    private final long row;

    StoredTree(Statements sql, long row) {
        this.sql = sql;
        this.row = row;
    }

    @Override
    public Bytes32 hash(int level, long index) {
        int above = level % STRIDE;
        return fold(read(level - above, index << above, 1 << above));
    }

    private static Bytes32 fold(List<Bytes32> hashes) {
        List<Bytes32> row = hashes;
        while (row.size() > 1) {
            List<Bytes32> parents = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                parents.add(Merkle.node(row.get(i), row.get(i + 1)));
            }
            row = parents;
        }
        return row.getFirst();
    }

    private List<Bytes32> read(int level, long from, int count) {
        List<Bytes32> hashes = new ArrayList<>(count);
        Statements.EachRow each = r -> hashes.add(Bytes32.of(r.getBytes(1)));
        if (level == 0) {
            sql.each(LEAVES, each, Place.of(row, from + 1), Place.of(row, from + 1 + count));
        } else {
            sql.each(NODES, each, level, Place.of(row, from), Place.of(row, from + count));
        }
        if (hashes.size() != count) {
            throw new StoreFailed("the store lacks hashes of a log; check it with --check");
        }
        return hashes;
    }

    /// Keeps the subtrees that the leaf number `size` completes.
    void complete(long size) {
        for (int level = STRIDE; size % (1L << level) == 0; level += STRIDE) {
            long index = (size >>> level) - 1;
            List<Bytes32> hashes = read(level - STRIDE, index << STRIDE, 1 << STRIDE);
            sql.update(
                    "INSERT INTO node(level, place, hash) VALUES(?, ?, ?)",
                    level,
                    Place.of(row, index),
                    fold(hashes).bytes());
        }
    }
}

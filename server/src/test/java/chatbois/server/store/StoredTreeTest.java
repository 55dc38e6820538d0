package chatbois.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Frontier;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Merkle;
import chatbois.log.Sha256;
import chatbois.log.Signature;
import chatbois.log.SignedEvent;
import chatbois.log.SignedHead;
import chatbois.log.SigningKey;
import chatbois.log.Subtrees;
import chatbois.log.TreeHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tree on disk against one in memory, around the sizes at which it keeps another hash.
class StoredTreeTest {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    private static final LogId LOG = new LogId(Sha256.of());
    private static final Content CONTENT = new Content(new byte[16], new byte[0]);
    private static final Signature SIGNATURE = new Signature(new byte[64]);
    private static final int LAST = 65_537;
    private static final Set<Integer> SIZES =
            Set.of(1, 2, 3, 255, 256, 257, 511, 512, 513, 1_000, 65_535, 65_536, LAST);

    @TempDir Path folder;

    private final InMemory memory = new InMemory();

    @Test
    void the_stored_tree_is_the_tree_in_memory() throws Exception {
        try (Store store = Store.create(folder)) {
            Transaction transaction = store.transaction();
            LogRow log = transaction.createLog(LOG, SignedHead.sign(LOG, 1, TreeHead.EMPTY, KEY));
            Frontier frontier = Frontier.EMPTY;
            for (int size = 1; size <= LAST; size++) {
                Event event = event(size);
                transaction.append(log, event);
                memory.append(event.leaf());
                frontier = frontier.append(event.leaf());
                if (SIZES.contains(size)) {
                    assertSame(transaction.tree(log), size, frontier);
                }
            }
        }
    }

    private void assertSame(Subtrees stored, int size, Frontier frontier) {
        assertThat(Frontier.at(size, stored)).isEqualTo(frontier);
        for (int level = 0; 1 << level <= size; level++) {
            long count = size >>> level;
            for (long index : new long[] {0, count / 2, count - 1}) {
                assertThat(stored.hash(level, index)).isEqualTo(memory.hash(level, index));
            }
        }
        for (int from : SIZES) {
            if (from <= size) {
                List<Bytes32> proof = Merkle.consistency(from, size, stored);
                assertThat(proof).isEqualTo(Merkle.consistency(from, size, memory));
                TreeHead earlier = Merkle.head(from, stored);
                assertThat(Merkle.isConsistent(earlier, frontier.head(), proof)).isTrue();
            }
        }
    }

    private static Event event(int seq) {
        Header header =
                new Header(
                        LOG,
                        MemberId.SERVER,
                        KEY.verifyKey(),
                        seq,
                        TreeHead.EMPTY,
                        0,
                        Schema.MESSAGE_KIND,
                        Bytes32.ZERO);
        return new Event(seq, 0, new SignedEvent(header, SIGNATURE, CONTENT));
    }

    /// All full subtrees, level by level.
    private static final class InMemory implements Subtrees {
        private final List<List<Bytes32>> levels = new ArrayList<>();

        void append(Bytes32 leaf) {
            Bytes32 hash = leaf;
            for (int level = 0; ; level++) {
                if (level == levels.size()) {
                    levels.add(new ArrayList<>());
                }
                List<Bytes32> row = levels.get(level);
                row.add(hash);
                if (row.size() % 2 == 1) {
                    return;
                }
                hash = Merkle.node(row.get(row.size() - 2), row.getLast());
            }
        }

        @Override
        public Bytes32 hash(int level, long index) {
            return levels.get(level).get((int) index);
        }
    }
}

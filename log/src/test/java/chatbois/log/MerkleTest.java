package chatbois.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTest {
    private static final int MOST = 300;

    private static final List<byte[]> ENTRIES =
            IntStream.range(0, MOST)
                    .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
                    .toList();
    private static final NaiveTree NAIVE = new NaiveTree(ENTRIES);
    private static final MemoryTree TREE = new MemoryTree(leaves(ENTRIES));

    /// The entries and roots that the test suites of Certificate Transparency logs share.
    private static final List<byte[]> KNOWN_ENTRIES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(HexFormat.of()::parseHex)
                    .toList();

    private static final List<String> KNOWN_ROOTS =
            List.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void a_root_is_the_one_that_certificate_transparency_knows() {
        MemoryTree tree = new MemoryTree(leaves(KNOWN_ENTRIES));
        for (int size = 0; size < KNOWN_ROOTS.size(); size++) {
            assertThat(hex(Merkle.head(size, tree).root())).isEqualTo(KNOWN_ROOTS.get(size));
        }
    }

    @Test
    void a_proof_is_the_one_that_certificate_transparency_knows() {
        MemoryTree tree = new MemoryTree(leaves(KNOWN_ENTRIES));
        assertThat(Merkle.consistency(1, 1, tree)).isEmpty();
        assertThat(Merkle.consistency(1, 8, tree).stream().map(MerkleTest::hex))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(Merkle.consistency(6, 8, tree).stream().map(MerkleTest::hex))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(Merkle.consistency(2, 5, tree).stream().map(MerkleTest::hex))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void every_root_is_the_naive_one_and_appending_gives_the_same() {
        Frontier appended = Frontier.EMPTY;
        for (int size = 0; size <= MOST; size++) {
            assertThat(appended.head().root().bytes()).isEqualTo(NAIVE.root(size));
            assertThat(Frontier.at(size, TREE)).isEqualTo(appended);
            if (size < MOST) {
                appended = appended.append(TREE.hash(0, size));
            }
        }
    }

    @Test
    void every_proof_is_the_naive_one_and_holds() {
        for (int to = 1; to <= MOST; to++) {
            for (int from = 1; from <= to; from++) {
                List<Bytes32> proof = Merkle.consistency(from, to, TREE);
                assertThat(equal(proof, NAIVE.proof(from, to))).isTrue();
                assertThat(Merkle.isConsistent(head(from), head(to), proof)).isTrue();
            }
        }
    }

    @Test
    void everything_continues_nothing_and_only_without_a_proof() {
        for (int to = 0; to <= MOST; to++) {
            assertThat(Merkle.consistency(0, to, TREE)).isEmpty();
            assertThat(Merkle.isConsistent(TreeHead.EMPTY, head(to), List.of())).isTrue();
            assertThat(Merkle.isConsistent(TreeHead.EMPTY, head(to), List.of(Bytes32.ZERO)))
                    .isFalse();
        }
    }

    @Test
    void a_log_never_continues_a_longer_one() {
        for (int from = 1; from <= 64; from++) {
            for (int to = 0; to < from; to++) {
                List<Bytes32> proof = Merkle.consistency(to, from, TREE);
                assertThat(Merkle.isConsistent(head(from), head(to), proof)).isFalse();
            }
        }
    }

    @Test
    void a_proof_with_anything_changed_never_holds() {
        Random random = new Random(6962);
        for (int i = 0; i < 20_000; i++) {
            int to = random.nextInt(2, MOST + 1);
            int from = random.nextInt(1, to);
            List<Bytes32> proof = Merkle.consistency(from, to, TREE);
            List<Bytes32> changed = changed(proof, random);
            if (!changed.equals(proof)) {
                assertThat(Merkle.isConsistent(head(from), head(to), changed)).isFalse();
            }
        }
    }

    @Test
    void a_head_with_one_bit_changed_never_fits() {
        Random random = new Random(9162);
        for (int i = 0; i < 5_000; i++) {
            int to = random.nextInt(2, MOST + 1);
            int from = random.nextInt(1, to + 1);
            List<Bytes32> proof = Merkle.consistency(from, to, TREE);
            assertThat(Merkle.isConsistent(flipped(head(from), random), head(to), proof)).isFalse();
            assertThat(Merkle.isConsistent(head(from), flipped(head(to), random), proof)).isFalse();
        }
    }

    @Test
    void the_proof_between_two_sizes_is_none_between_two_others() {
        for (int to = 2; to <= 40; to++) {
            for (int from = 1; from < to; from++) {
                List<Bytes32> proof = Merkle.consistency(from, to, TREE);
                for (int other = 1; other < to; other++) {
                    assertThat(Merkle.isConsistent(head(other), head(to), proof))
                            .isEqualTo(other == from);
                }
            }
        }
    }

    @Test
    void no_proof_is_made_of_leaves_that_are_not_there() {
        assertThatThrownBy(() -> Merkle.consistency(5, 4, TREE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.consistency(-1, 4, TREE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_frontier_has_one_hash_for_each_bit_of_its_size() {
        Bytes32 hash = Bytes32.ZERO;
        assertMalformed(() -> new Frontier(0, List.of(hash)));
        assertMalformed(() -> new Frontier(5, List.of(hash)));
        assertMalformed(() -> new Frontier(5, List.of(hash, hash, hash)));
        assertMalformed(() -> new Frontier(-1, Collections.nCopies(64, hash)));
        assertMalformed(
                () -> new Frontier(Long.MAX_VALUE, Collections.nCopies(63, hash)).append(hash));
    }

    private static void assertMalformed(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Malformed.class);
    }

    private static List<Bytes32> changed(List<Bytes32> proof, Random random) {
        List<Bytes32> changed = new ArrayList<>(proof);
        int place = random.nextInt(proof.size());
        switch (random.nextInt(5)) {
            case 0 -> changed.remove(place);
            case 1 -> changed.add(place, changed.get(random.nextInt(proof.size())));
            case 2 -> changed.add(Bytes32.ZERO);
            case 3 -> Collections.swap(changed, place, random.nextInt(proof.size()));
            default -> changed.set(place, flipped(changed.get(place), random));
        }
        return changed;
    }

    private static TreeHead flipped(TreeHead head, Random random) {
        return new TreeHead(head.size(), flipped(head.root(), random));
    }

    private static Bytes32 flipped(Bytes32 hash, Random random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Bytes32.of(bytes);
    }

    private static boolean equal(List<Bytes32> proof, List<byte[]> naive) {
        return proof.equals(naive.stream().map(Bytes32::of).toList());
    }

    private static TreeHead head(int size) {
        return new TreeHead(size, Bytes32.of(NAIVE.root(size)));
    }

    private static List<Bytes32> leaves(List<byte[]> entries) {
        return entries.stream().map(NaiveTree::leaf).map(Bytes32::of).toList();
    }

    private static String hex(Bytes32 hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}

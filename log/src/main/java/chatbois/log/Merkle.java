package chatbois.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// The Merkle tree of RFC 6962: roots and proofs that one state of a log continues another.
///
/// Proofs are made after RFC 6962 §2.1.2 and checked after RFC 9162 §2.1.4.2, the same tree.
public final class Merkle {
    private Merkle() {}

    public static Bytes32 node(Bytes32 left, Bytes32 right) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(left.bytes());
        return Bytes32.of(digest.digest(right.bytes()));
    }

    /// The head of the first `size` leaves.
    public static TreeHead head(long size, Subtrees tree) {
        return Frontier.at(size, tree).head();
    }

    /// The proof that the first `size` leaves of `tree` continue its first `from`; 0 ≤ from ≤ size.
    public static List<Bytes32> consistency(long from, long size, Subtrees tree) {
        if (from < 0 || from > size) {
            throw new IllegalArgumentException("no proof from " + from + " to " + size);
        }
        List<Bytes32> proof = new ArrayList<>();
        if (from > 0) {
            subProof(from, 0, size, true, tree, proof);
        }
        return proof;
    }

    private static void subProof(
            long from, long start, long size, boolean whole, Subtrees tree, List<Bytes32> proof) {
        if (from == size) {
            if (!whole) {
                proof.add(root(start, size, tree));
            }
            return;
        }
        long left = Long.highestOneBit(size - 1);
        if (from <= left) {
            subProof(from, start, left, whole, tree, proof);
            proof.add(root(start + left, size - left, tree));
        } else {
            subProof(from - left, start + left, size - left, false, tree, proof);
            proof.add(root(start, left, tree));
        }
    }

    private static Bytes32 root(long start, long size, Subtrees tree) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return tree.hash(level, start >>> level);
        }
        long left = Long.highestOneBit(size - 1);
        return node(root(start, left, tree), root(start + left, size - left, tree));
    }

    /// Whether `proof` shows that the log at `to` continues the log at `from`.
    public static boolean isConsistent(TreeHead from, TreeHead to, List<Bytes32> proof) {
        if (from.size() > to.size()) {
            return false;
        }
        if (from.size() == to.size()) {
            return proof.isEmpty() && from.equals(to);
        }
        if (from.size() == 0) {
            return proof.isEmpty();
        }
        List<Bytes32> path = new ArrayList<>(proof);
        if (Long.bitCount(from.size()) == 1) {
            path.addFirst(from.root());
        }
        return !path.isEmpty() && climbs(from, to, path);
    }

    private static boolean climbs(TreeHead from, TreeHead to, List<Bytes32> path) {
        long first = from.size() - 1;
        long second = to.size() - 1;
        int bottom = Long.numberOfTrailingZeros(~first);
        first >>= bottom;
        second >>= bottom;
        Bytes32 old = path.getFirst();
        Bytes32 now = old;
        for (Bytes32 sibling : path.subList(1, path.size())) {
            if (second == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == second) {
                old = node(sibling, old);
                now = node(sibling, now);
                int up = first == 0 ? 0 : Long.numberOfTrailingZeros(first);
                first >>= up;
                second >>= up;
            } else {
                now = node(now, sibling);
            }
            first >>= 1;
            second >>= 1;
        }
        return second == 0 && old.equals(from.root()) && now.equals(to.root());
    }
}

package chatbois.log;

import java.util.ArrayList;
import java.util.List;

/// The right edge of a Merkle tree: the hashes of the perfect subtrees, largest first, that make up
/// its first `size` leaves. At most 63 hashes carry everything that is needed to append and to know
/// the root (the "compact range" of Certificate Transparency). Immutable.
public record Frontier(long size, List<Bytes32> nodes) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        if (size < 0 || nodes.size() != Long.bitCount(size)) {
            throw new Malformed("a frontier at " + size + " can't have " + nodes.size() + " nodes");
        }
        nodes = List.copyOf(nodes);
    }

    /// The frontier of the first `size` leaves.
    public static Frontier at(long size, Subtrees tree) {
        List<Bytes32> nodes = new ArrayList<>();
        long start = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            int level = 63 - Long.numberOfLeadingZeros(rest);
            nodes.add(tree.hash(level, start >>> level));
            start += 1L << level;
        }
        return new Frontier(size, nodes);
    }

    public Frontier append(Bytes32 leaf) {
        List<Bytes32> next = new ArrayList<>(nodes);
        Bytes32 hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Merkle.node(next.removeLast(), hash);
        }
        next.add(hash);
        return new Frontier(size + 1, next);
    }

    public TreeHead head() {
        if (size == 0) {
            return TreeHead.EMPTY;
        }
        Bytes32 root = nodes.getLast();
        for (int i = nodes.size() - 2; i >= 0; i--) {
            root = Merkle.node(nodes.get(i), root);
        }
        return new TreeHead(size, root);
    }
}

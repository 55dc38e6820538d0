package chatbois.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The perfect subtrees over leaves in memory.
final class MemoryTree implements Subtrees {
    private record Place(int level, long index) {}

    private final List<Bytes32> leaves;
    private final Map<Place, Bytes32> known = new HashMap<>();

    MemoryTree(List<Bytes32> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    @Override
    public Bytes32 hash(int level, long index) {
        if (level == 0) {
            return leaves.get((int) index);
        }
        Place place = new Place(level, index);
        Bytes32 hash = known.get(place);
        if (hash == null) {
            hash = Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
            known.put(place, hash);
        }
        return hash;
    }
}

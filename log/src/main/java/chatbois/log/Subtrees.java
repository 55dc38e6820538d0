package chatbois.log;

/// Where the hashes of a log's perfect subtrees come from: a store, or memory.
public interface Subtrees {
    /// The hash over the 2^level leaves that start at leaf index × 2^level, counted from 0. All of
    /// them must exist.
    Bytes32 hash(int level, long index);
}

package chatbois.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// RFC 6962 §2.1 read out aloud: slow, with its own hashing, and sharing nothing with [Merkle].
final class NaiveTree {
    private record Range(int from, int to) {}

    private final List<byte[]> entries;
    private final Map<Range, byte[]> roots = new HashMap<>();

    NaiveTree(List<byte[]> entries) {
        this.entries = List.copyOf(entries);
    }

    static byte[] leaf(byte[] entry) {
        return hash(new byte[] {0}, entry);
    }

    /// MTH(D[0:n]).
    byte[] root(int n) {
        return root(0, n);
    }

    /// PROOF(m, D[n]), for 0 < m ≤ n.
    List<byte[]> proof(int m, int n) {
        return subProof(m, 0, n, true);
    }

    private byte[] root(int from, int to) {
        Range range = new Range(from, to);
        byte[] known = roots.get(range);
        if (known == null) {
            known = computed(from, to);
            roots.put(range, known);
        }
        return known;
    }

    private byte[] computed(int from, int to) {
        int n = to - from;
        if (n == 0) {
            return hash();
        }
        if (n == 1) {
            return leaf(entries.get(from));
        }
        int middle = from + split(n);
        return hash(new byte[] {1}, root(from, middle), root(middle, to));
    }

    private List<byte[]> subProof(int m, int from, int to, boolean whole) {
        int n = to - from;
        if (m == n) {
            return whole ? List.of() : List.of(root(from, to));
        }
        int k = split(n);
        List<byte[]> proof = new ArrayList<>();
        if (m <= k) {
            proof.addAll(subProof(m, from, from + k, whole));
            proof.add(root(from + k, to));
        } else {
            proof.addAll(subProof(m - k, from + k, to, false));
            proof.add(root(from, from + k));
        }
        return proof;
    }

    /// The largest power of two smaller than n.
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] hash(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package chatbois.server.names;

import static chatbois.server.names.Nodes.NONE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/// A compressed trie: keys are bytes, values are numbers from 0 on. A key may have several values.
///
/// Each node holds up to eight bytes of its keys in one `long`; its children are a list in the
/// order of their first bytes. So a node is 20 bytes in four columns, there are no labels elsewhere
/// that could become garbage, and every change happens in place: it splits, joins, adds or gives
/// back a node or two. A walk over what begins alike needs no sorting; its first steps are the
/// answer.
///
/// Not thread-safe: walks may go on side by side, but not beside a change.
final class RadixTree {
    private final Nodes nodes = new Nodes();
    private final int root = nodes.add(0);

    /// Of keys with more than one value, all but the first.
    private final Map<Integer, int[]> more = new HashMap<>();

    void add(byte[] key, int value) {
        int node = root;
        int from = 0;
        while (from < key.length) {
            long rest = Label.of(key, from);
            int before = NONE;
            int child = nodes.child(node);
            while (child != NONE && Label.first(nodes.label(child)) < Label.first(rest)) {
                before = child;
                child = nodes.sibling(child);
            }
            if (child == NONE || Label.first(nodes.label(child)) > Label.first(rest)) {
                child = insert(node, before, child, rest);
            }
            int common = Label.common(nodes.label(child), rest);
            if (common < Label.length(nodes.label(child))) {
                split(child, common);
            }
            node = child;
            from += common;
        }
        addValue(node, value);
    }

    private int insert(int parent, int before, int after, long label) {
        if (label == 0 || hasZero(label)) {
            throw new IllegalArgumentException("a key has no zero bytes");
        }
        int node = nodes.add(label);
        nodes.setSibling(node, after);
        link(parent, before, node);
        return node;
    }

    private void link(int parent, int before, int node) {
        if (before == NONE) {
            nodes.setChild(parent, node);
        } else {
            nodes.setSibling(before, node);
        }
    }

    /// Only behind the last byte may there be zeros.
    private static boolean hasZero(long label) {
        for (int i = 0; i < Label.length(label); i++) {
            if (Label.first(Label.tail(label, i)) == 0) {
                return true;
            }
        }
        return false;
    }

    /// Gives what is behind the first bytes of a node's label to a child of its own.
    private void split(int node, int bytes) {
        long label = nodes.label(node);
        int lower = nodes.add(Label.tail(label, bytes));
        nodes.setChild(lower, nodes.child(node));
        moveValues(node, lower);
        nodes.setLabel(node, Label.head(label, bytes));
        nodes.setChild(node, lower);
    }

    private void moveValues(int from, int to) {
        nodes.setValue(to, nodes.value(from));
        nodes.setValue(from, NONE);
        int[] others = more.remove(from);
        if (others != null) {
            more.put(to, others);
        }
    }

    private void addValue(int node, int value) {
        if (nodes.value(node) == NONE) {
            nodes.setValue(node, value);
            return;
        }
        int[] others = more.getOrDefault(node, new int[0]);
        int[] longer = Arrays.copyOf(others, others.length + 1);
        longer[others.length] = value;
        more.put(node, longer);
    }

    /// Removes the first value of a key that is wanted out, and says which that was; -1 for none.
    int remove(byte[] key, IntPredicate unwanted) {
        int[] path = path(key);
        int last = path[path.length - 1];
        int value = last == NONE ? NONE : removeValue(last, unwanted);
        if (value != NONE) {
            prune(path);
        }
        return value;
    }

    /// The nodes from the root to the one where the key ends, which is -1 if there is none.
    private int[] path(byte[] key) {
        int[] path = new int[key.length + 1];
        int depth = 0;
        path[0] = root;
        int from = 0;
        while (from < key.length && path[depth] != NONE) {
            long rest = Label.of(key, from);
            int child = childFor(path[depth], rest);
            boolean onTheWay =
                    child != NONE
                            && Label.common(nodes.label(child), rest)
                                    == Label.length(nodes.label(child));
            path[++depth] = onTheWay ? child : NONE;
            from += onTheWay ? Label.length(nodes.label(child)) : 0;
        }
        return Arrays.copyOf(path, depth + 1);
    }

    private int childFor(int node, long label) {
        int child = nodes.child(node);
        while (child != NONE && Label.first(nodes.label(child)) < Label.first(label)) {
            child = nodes.sibling(child);
        }
        boolean found = child != NONE && Label.first(nodes.label(child)) == Label.first(label);
        return found ? child : NONE;
    }

    private int removeValue(int node, IntPredicate unwanted) {
        int[] values = values(node);
        int at = 0;
        while (at < values.length && !unwanted.test(values[at])) {
            at++;
        }
        if (at == values.length) {
            return NONE;
        }
        int value = values[at];
        more.remove(node);
        nodes.setValue(node, NONE);
        for (int i = 0; i < values.length; i++) {
            if (i != at) {
                addValue(node, values[i]);
            }
        }
        return value;
    }

    private int[] values(int node) {
        int first = nodes.value(node);
        if (first == NONE) {
            return new int[0];
        }
        int[] others = more.getOrDefault(node, new int[0]);
        int[] all = new int[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    /// Takes out what has no value and no children any more, and joins what need not be apart.
    private void prune(int[] path) {
        for (int i = path.length - 1; i > 0; i--) {
            int node = path[i];
            int child = nodes.child(node);
            if (nodes.value(node) != NONE) {
                return;
            }
            if (child == NONE) {
                unlink(path[i - 1], node);
                nodes.giveBack(node);
            } else {
                joinOnlyChild(node, child);
                return;
            }
        }
    }

    private void unlink(int parent, int node) {
        int before = NONE;
        int child = nodes.child(parent);
        while (child != node) {
            before = child;
            child = nodes.sibling(child);
        }
        link(parent, before, nodes.sibling(node));
    }

    private void joinOnlyChild(int node, int child) {
        long head = nodes.label(node);
        long tail = nodes.label(child);
        if (nodes.sibling(child) == NONE && Label.length(head) + Label.length(tail) <= Label.MOST) {
            nodes.setLabel(node, Label.joined(head, tail));
            nodes.setChild(node, nodes.child(child));
            moveValues(child, node);
            nodes.giveBack(child);
        }
    }

    /// All that begins so, in the order of the keys as unsigned bytes.
    Walk walk(byte[] beginning) {
        int node = root;
        int from = 0;
        while (from < beginning.length) {
            long rest = Label.of(beginning, from);
            node = childFor(node, rest);
            if (node == NONE) {
                return new Walk(NONE, beginning, 0);
            }
            int common = Label.common(nodes.label(node), rest);
            boolean ends = from + common == beginning.length;
            if (!ends && common < Label.length(nodes.label(node))) {
                return new Walk(NONE, beginning, 0);
            }
            if (ends) {
                break;
            }
            from += common;
        }
        return new Walk(node, beginning, from);
    }

    /// Goes through a part of the tree, value by value.
    final class Walk {
        private int[] path = new int[16];
        private int depth;
        private byte[] key;
        private int keyLength;
        private int[] values = {};
        private int at;

        private Walk(int top, byte[] beginning, int length) {
            key = Arrays.copyOf(beginning, length + 32);
            keyLength = length;
            if (top != NONE) {
                enter(top);
            }
        }

        /// The value it stands at; -1 at the end.
        int value() {
            return at < values.length ? values[at] : NONE;
        }

        /// Compares the keys that two walks stand at.
        int compareTo(Walk other) {
            return Arrays.compareUnsigned(key, 0, keyLength, other.key, 0, other.keyLength);
        }

        /// Goes on by one value.
        void next() {
            at++;
            if (at < values.length) {
                return;
            }
            step();
            while (depth > 0 && nodes.value(path[depth - 1]) == NONE) {
                step();
            }
            land();
        }

        private void enter(int top) {
            push(top);
            while (depth > 0 && nodes.value(path[depth - 1]) == NONE) {
                step();
            }
            land();
        }

        private void land() {
            at = 0;
            values = depth == 0 ? new int[0] : values(path[depth - 1]);
        }

        /// To the next node: down, else on, else up and on.
        private void step() {
            int child = nodes.child(path[depth - 1]);
            if (child != NONE) {
                push(child);
                return;
            }
            while (depth > 1) {
                int sibling = nodes.sibling(path[depth - 1]);
                pop();
                if (sibling != NONE) {
                    push(sibling);
                    return;
                }
            }
            pop();
        }

        private void push(int node) {
            if (depth == path.length) {
                path = Arrays.copyOf(path, 2 * depth);
            }
            path[depth++] = node;
            long label = nodes.label(node);
            if (keyLength + Label.MOST > key.length) {
                key = Arrays.copyOf(key, 2 * key.length);
            }
            Label.copy(label, key, keyLength);
            keyLength += Label.length(label);
        }

        private void pop() {
            keyLength -= Label.length(nodes.label(path[--depth]));
        }
    }
}

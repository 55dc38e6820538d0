package chatbois.server.names;

import java.util.Arrays;

/// The nodes of a tree, 20 bytes each, in columns and pages: growing copies no node, and what was
/// given back is used again. Not thread-safe.
final class Nodes {
    static final int NONE = -1;

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private long[][] labels = {};
    private int[][] children = {};
    private int[][] siblings = {};
    private int[][] values = {};
    private int used;

    /// The first node that was given back; each leads to the next by its sibling.
    private int free = NONE;

    /// A node with a label and nothing else.
    int add(long label) {
        int node = free;
        if (node == NONE) {
            node = used++;
            makeRoom();
        } else {
            free = sibling(node);
        }
        setLabel(node, label);
        setChild(node, NONE);
        setSibling(node, NONE);
        setValue(node, NONE);
        return node;
    }

    void giveBack(int node) {
        setSibling(node, free);
        free = node;
    }

    private void makeRoom() {
        int pages = used + PAGE - 1 >> PAGE_BITS;
        if (pages > labels.length) {
            int length = Math.max(pages, labels.length + (labels.length >> 2));
            labels = grown(labels, length);
            children = grown(children, length);
            siblings = grown(siblings, length);
            values = grown(values, length);
        }
        int page = pages - 1;
        if (labels[page] == null) {
            labels[page] = new long[PAGE];
            children[page] = new int[PAGE];
            siblings[page] = new int[PAGE];
            values[page] = new int[PAGE];
        }
    }

    private static <T> T[] grown(T[] pages, int length) {
        return Arrays.copyOf(pages, length);
    }

    /// Up to eight bytes of a key, as [Label] packs them.
    long label(int node) {
        return labels[node >> PAGE_BITS][node & PAGE - 1];
    }

    void setLabel(int node, long label) {
        labels[node >> PAGE_BITS][node & PAGE - 1] = label;
    }

    /// The first child, in the order of their labels.
    int child(int node) {
        return children[node >> PAGE_BITS][node & PAGE - 1];
    }

    void setChild(int node, int child) {
        children[node >> PAGE_BITS][node & PAGE - 1] = child;
    }

    /// The next child of the same parent.
    int sibling(int node) {
        return siblings[node >> PAGE_BITS][node & PAGE - 1];
    }

    void setSibling(int node, int sibling) {
        siblings[node >> PAGE_BITS][node & PAGE - 1] = sibling;
    }

    /// What the key that ends here stands for.
    int value(int node) {
        return values[node >> PAGE_BITS][node & PAGE - 1];
    }

    void setValue(int node, int value) {
        values[node >> PAGE_BITS][node & PAGE - 1] = value;
    }
}

package chatbois.server.names;

import chatbois.protocol.name.SearchKey;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Names by their beginnings: of members, or of chats. The index keeps only what a name stands for;
/// whoever takes a name out has to say which name that was.
///
/// One tree has every name by its folded form. A second one has by their plain forms those that
/// have accents; a look-up for the second choice merges the two.
///
/// Safe for any thread: a change takes the write lock and a look-up the read lock, both for
/// microseconds, and nothing else is locked or waited for inside of it.
public final class NameIndex<T> {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    private final RadixTree byFolded = new RadixTree();

    @GuardedBy("lock")
    private final RadixTree byPlain = new RadixTree();

    /// What the numbers in the trees stand for.
    @GuardedBy("lock")
    private @Nullable Object[][] meant = {};

    @GuardedBy("lock")
    private int used;

    @GuardedBy("lock")
    private final BitSet free = new BitSet();

    public void add(String name, T what) {
        SearchKey key = SearchKey.of(name);
        lock.writeLock().lock();
        try {
            int number = number();
            meant[number >> PAGE_BITS][number & PAGE - 1] = what;
            byFolded.add(bytes(key.folded()), number);
            if (!key.plain().equals(key.folded())) {
                byPlain.add(bytes(key.plain()), number);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @GuardedBy("lock")
    private int number() {
        int number = free.nextSetBit(0);
        if (number >= 0) {
            free.clear(number);
            return number;
        }
        int page = used >> PAGE_BITS;
        if (page == meant.length) {
            meant = Arrays.copyOf(meant, page + 1 + (page >> 2));
        }
        if (meant[page] == null) {
            meant[page] = new Object[PAGE];
        }
        return used++;
    }

    /// Forgets a name; nothing happens if it isn't there.
    public void remove(String name, T what) {
        SearchKey key = SearchKey.of(name);
        lock.writeLock().lock();
        try {
            int number = byFolded.remove(bytes(key.folded()), n -> what.equals(meaning(n)));
            if (number < 0) {
                return;
            }
            if (!key.plain().equals(key.folded())) {
                byPlain.remove(bytes(key.plain()), n -> n == number);
            }
            meant[number >> PAGE_BITS][number & PAGE - 1] = null;
            free.set(number);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// The first names that begin so and are wanted, in the order of their folded forms; those that
    /// begin so only without accents come behind the others.
    ///
    /// @param wanted is asked under the lock; it must not wait and should refuse few
    public List<T> first(SearchKey beginning, Predicate<T> wanted, int most) {
        byte[] folded = bytes(beginning.folded());
        byte[] plain = bytes(beginning.plain());
        List<T> found = new ArrayList<>(most);
        lock.readLock().lock();
        try {
            var exact = byFolded.walk(folded);
            for (; exact.value() >= 0 && found.size() < most; exact.next()) {
                take(exact.value(), wanted, found);
            }
            if (found.size() < most) {
                boolean same = Arrays.equals(folded, plain);
                second(
                        same ? exact : byFolded.walk(plain),
                        byPlain.walk(plain),
                        wanted,
                        found,
                        most);
            }
        } finally {
            lock.readLock().unlock();
        }
        return found;
    }

    /// What was found already is passed over: it is less than is wanted, so that takes few steps.
    @GuardedBy("lock")
    private void second(
            RadixTree.Walk bare,
            RadixTree.Walk accented,
            Predicate<T> wanted,
            List<T> found,
            int most) {
        while (found.size() < most && (bare.value() >= 0 || accented.value() >= 0)) {
            boolean takeBare =
                    accented.value() < 0 || (bare.value() >= 0 && bare.compareTo(accented) <= 0);
            RadixTree.Walk next = takeBare ? bare : accented;
            take(next.value(), what -> !found.contains(what) && wanted.test(what), found);
            next.next();
        }
    }

    @GuardedBy("lock")
    private void take(int number, Predicate<T> wanted, List<T> found) {
        T what = meaning(number);
        if (wanted.test(what)) {
            found.add(what);
        }
    }

    @GuardedBy("lock")
    @SuppressWarnings("unchecked")
    private T meaning(int number) {
        return (T) Objects.requireNonNull(meant[number >> PAGE_BITS][number & PAGE - 1]);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}

package chatbois.server.community;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map that forgets what was not asked for the longest when it gets too large. Not thread-safe.
final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    RecentlyUsed(int most) {
        super(256, 0.75f, /* accessOrder= */ true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}

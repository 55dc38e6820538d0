package chatbois.terminal.state;

import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The chats that a digit leads to. Whichever chat has a number keeps it, whatever comes into the
/// list later; that of a chat that is gone is given anew. Owned by the screen's thread.
public final class Numbers {
    /// As many as there are digits without the 0.
    public static final int MOST = 9;

    private final SortedMap<Integer, Place> places = new TreeMap<>();

    /// The number of a chat; 0 if it has none.
    public int of(Place place) {
        for (var each : places.entrySet()) {
            if (each.getValue().equals(place)) {
                return each.getKey();
            }
        }
        return 0;
    }

    /// All that are given.
    Map<Integer, Place> all() {
        return Collections.unmodifiableMap(new TreeMap<>(places));
    }

    /// Takes those that were saved.
    void restore(Map<Integer, Place> saved) {
        places.clear();
        places.putAll(saved);
    }

    /// Gives one of these chats a number; who had it has none, until another one is free.
    void give(Place place, int number) {
        places.values().removeIf(place::equals);
        places.put(number, place);
    }

    /// Gives a number to those that have none, as long as there are any; says whether it did.
    ///
    /// @param stops what can be led to, in the order of the list
    boolean fill(List<Place> stops, List<Snapshot> communities) {
        boolean given = false;
        for (Place stop : stops) {
            if (of(stop) == 0) {
                int number = free(stops, communities);
                if (number == 0) {
                    return given;
                }
                places.put(number, stop);
                given = true;
            }
        }
        return given;
    }

    private int free(List<Place> stops, List<Snapshot> communities) {
        return IntStream.rangeClosed(1, MOST)
                .filter(number -> isFree(places.get(number), stops, communities))
                .findFirst()
                .orElse(0);
    }

    private static boolean isFree(
            @Nullable Place holder, List<Place> stops, List<Snapshot> communities) {
        return holder == null || !stops.contains(holder) && !isYetToCome(holder, communities);
    }

    /// Of a community that there is no connection to yet, not all chats may be known.
    private static boolean isYetToCome(Place place, List<Snapshot> communities) {
        return communities.stream()
                .filter(community -> Objects.equals(community.community(), place.community()))
                .anyMatch(community -> !(community.state() instanceof SessionState.Online));
    }
}

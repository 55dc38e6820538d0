package chatbois.server.names;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// Who talks with whom, and where: of the members who wrote or were written to last. Whoever speaks
/// in a chat talks with those who spoke there just before; in a direct chat, with the other one.
///
/// Safe for any thread; its monitor is held for microseconds, and nothing is taken inside of it.
final class Circles {
    private static final int MEMBERS = 4_096;
    private static final int CHATS = 4_096;
    private static final int SPEAKERS = 4;

    private record Circle(Tally<MemberId> people, Tally<LogId> chats) {}

    @GuardedBy("this")
    private final SequencedMap<MemberId, Circle> circles = new LinkedHashMap<>();

    @GuardedBy("this")
    private final SequencedMap<LogId, List<MemberId>> speakers = new LinkedHashMap<>();

    /// @param other the other one, if the chat is direct
    synchronized void spoke(LogId chat, MemberId author, Optional<MemberId> other, long time) {
        List<MemberId> last = recent(speakers, chat, ArrayList::new, CHATS);
        last.remove(author);
        circle(author).chats().count(chat, time);
        other.map(List::of)
                .orElse(last)
                .forEach(with -> {
                    circle(author).people().count(with, time);
                    circle(with).people().count(author, time);
                });
        last.add(author);
        if (last.size() > SPEAKERS) {
            last.removeFirst();
        }
    }

    @GuardedBy("this")
    private Circle circle(MemberId member) {
        return recent(circles, member, () -> new Circle(new Tally<>(), new Tally<>()), MEMBERS);
    }

    /// What is known under the key, or something new; what was not asked for the longest has to go.
    private static <K, V> V recent(SequencedMap<K, V> map, K key, Supplier<V> fresh, int most) {
        V known = map.remove(key);
        V value = known == null ? fresh.get() : known;
        map.putLast(key, value);
        if (map.size() > most) {
            map.pollFirstEntry();
        }
        return value;
    }

    /// Whom a member talks with, most and latest first.
    synchronized List<MemberId> people(MemberId member) {
        Circle circle = circles.get(member);
        return circle == null ? List.of() : circle.people().best();
    }

    /// Where a member talks, most and latest first.
    synchronized List<LogId> chats(MemberId member) {
        Circle circle = circles.get(member);
        return circle == null ? List.of() : circle.chats().best();
    }
}

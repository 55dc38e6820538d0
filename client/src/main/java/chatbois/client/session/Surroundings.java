package chatbois.client.session;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Push;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What goes on around the member, beside what the logs say. Guarded by the session's lock.
final class Surroundings {
    private static final int MOST_ARRIVALS = 50;
    private static final int MOST_TYPISTS = 100;

    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private final Map<LogId, Loudness> loudness = new HashMap<>();
    private final Written written = new Written();
    private final Presence presence = new Presence();
    private List<Typist> typists = List.of();
    private boolean tellsTyping = true;
    private boolean showsText = true;
    private String quiet = "";
    private long lastArrival;
    private Set<MemberId> blocked = Set.of();
    private boolean showsBlocked;

    /// Whom the member takes nothing from.
    void blocked(Collection<MemberId> all) {
        blocked = Set.copyOf(all);
    }

    void showBlocked(boolean shows) {
        showsBlocked = shows;
    }

    Set<MemberId> blocked() {
        return blocked;
    }

    /// Whose words in chats with others are not shown.
    Set<MemberId> hidden() {
        return showsBlocked ? Set.of() : blocked;
    }

    /// Somebody else said something just now.
    void heard(LogId chat, Entry entry) {
        if (!blocked.contains(entry.by())) {
            add(new Arrival.Heard(++lastArrival, chat, entry));
        }
        typists = typists.stream().filter(it -> !isAt(it, chat, entry.by())).toList();
    }

    private static boolean isAt(Typist typist, LogId chat, MemberId member) {
        return typist.chat().equals(chat) && typist.member().equals(member);
    }

    /// Somebody is typing, or is not any more.
    void typing(Push.Typing push, Model model) {
        long now = model.pen().clock().millis();
        List<Typist> all = new ArrayList<>(typists);
        all.removeIf(it -> it.until() <= now || isAt(it, push.chat(), push.member()));
        if (push.now() && !blocked.contains(push.member()) && all.size() < MOST_TYPISTS) {
            String name = model.community().name(push.member());
            long until = now + Typist.HOLDS_MILLIS;
            all.add(new Typist(push.chat(), push.member(), name, until));
        }
        typists = List.copyOf(all);
    }

    /// Who is there.
    Presence presence() {
        return presence;
    }

    boolean tellsTyping() {
        return tellsTyping;
    }

    void tellTyping(boolean tells) {
        tellsTyping = tells;
    }

    /// The hours in which the member is notified of nothing; empty for none.
    String quiet() {
        return quiet;
    }

    void quiet(String hours) {
        quiet = hours;
    }

    /// Whether a notification shows what was said.
    boolean showsText() {
        return showsText;
    }

    void showText(boolean shows) {
        showsText = shows;
    }

    /// So many messages came while there was no connection.
    void missed(LogId chat, int messages) {
        if (messages > 0) {
            add(new Arrival.Missed(++lastArrival, chat, messages));
        }
    }

    private void add(Arrival arrival) {
        arrivals.addLast(arrival);
        if (arrivals.size() > MOST_ARRIVALS) {
            arrivals.removeFirst();
        }
    }

    /// How loud chats are to be, where the member said so.
    Map<LogId, Loudness> loudness() {
        return loudness;
    }

    /// What is written and not sent.
    Written written() {
        return written;
    }

    Around seen() {
        return new Around(
                List.copyOf(arrivals),
                loudness,
                typists,
                tellsTyping,
                written.texts(),
                quiet,
                showsText,
                presence.seen());
    }
}

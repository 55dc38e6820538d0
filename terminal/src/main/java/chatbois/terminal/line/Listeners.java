package chatbois.terminal.line;

import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Listens to every chat, each on a thread of its own. For one thread.
final class Listeners {
    private final Bell bell;

    /// The next event to be told of each chat.
    private final Map<LogId, Long> chats = new HashMap<>();

    Listeners(Bell bell) {
        this.bell = bell;
    }

    boolean listenTo(LogId chat) {
        return chats.containsKey(chat);
    }

    void heard(LogId chat, long event) {
        chats.merge(chat, event + 1, Math::max);
    }

    /// Whether something up to that event is still to be told.
    boolean areBehind(LogId chat, long event) {
        return chats.getOrDefault(chat, Long.MAX_VALUE) <= event;
    }

    /// Hears what is said in the chat from that event on.
    void listen(Session session, LogId chat, long from) {
        chats.put(chat, from);
        Repeats repeats = new Repeats();
        Thread.ofVirtual()
                .name("listen")
                .start(() -> {
                    try {
                        session.follow(
                                chat, from, (_, entry) -> hear(session, chat, entry, repeats));
                    } catch (IOException | RuntimeException _) {
                        // The member left the chat, or the session ended, which is told elsewhere.
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /// Hears once more what was said from one event to another.
    void repeat(Session session, LogId chat, long from, long to) {
        Repeats repeats = new Repeats();
        Thread.ofVirtual()
                .name("repeat")
                .start(() -> {
                    try {
                        session.read(
                                chat,
                                from,
                                entry -> {
                                    if (entry.seq() <= to) {
                                        hear(session, chat, entry, repeats);
                                    }
                                });
                    } catch (IOException | RuntimeException _) {
                        // Without a connection there is nothing to repeat.
                    }
                });
    }

    /// Called by the threads that listen; makes them wait when there is much to tell.
    private void hear(Session session, LogId chat, Entry entry, Repeats repeats) {
        try {
            bell.put(new News.Heard(session, chat, entry, repeats.isKnown(entry)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

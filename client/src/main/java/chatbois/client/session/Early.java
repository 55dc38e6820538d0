package chatbois.client.session;

import chatbois.log.LogId;
import chatbois.protocol.Push;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Events of chats whose authors are not known yet, in order, until the community's log has caught
/// up. For the thread that reads the connection.
final class Early {
    private static final int MOST = 200;

    private final Map<LogId, List<Push.Events>> held = new LinkedHashMap<>();

    void hold(Push.Events push) {
        held.computeIfAbsent(push.log(), _ -> new ArrayList<>()).add(push);
    }

    boolean holds(LogId log) {
        return held.containsKey(log);
    }

    boolean isFull() {
        return held.values().stream().mapToInt(List::size).sum() > MOST;
    }

    /// Gives everything back to be judged anew.
    List<Push.Events> release() {
        List<Push.Events> all = held.values().stream().flatMap(List::stream).toList();
        held.clear();
        return all;
    }
}

package chatbois.client.session;

import chatbois.log.LogId;
import java.util.List;
import java.util.Map;

/// What goes on around the member, beside what the logs say.
///
/// @param arrivals the newest, oldest first
/// @param loudness where the member said how loud a chat is to be
public record Around(List<Arrival> arrivals, Map<LogId, Loudness> loudness) {
    public static final Around NOTHING = new Around(List.of(), Map.of());

    public Around {
        arrivals = List.copyOf(arrivals);
        loudness = Map.copyOf(loudness);
    }

    /// Of what the member is notified in a chat.
    public Loudness loudness(Snapshot.ChatInfo chat) {
        return loudness.getOrDefault(chat.id(), Loudness.usual(chat.members()));
    }
}

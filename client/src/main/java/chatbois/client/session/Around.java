package chatbois.client.session;

import chatbois.log.LogId;
import java.util.List;
import java.util.Map;

/// What goes on around the member, beside what the logs say.
///
/// @param arrivals the newest, oldest first
/// @param loudness where the member said how loud a chat is to be
/// @param typists who is typing, some perhaps no more
/// @param tellsTyping whether others are told that this member is typing
/// @param drafts what is written and not sent
/// @param quiet the hours in which the member is notified of nothing, as typed; empty for none
/// @param showsText whether a notification shows what was said
/// @param nearby who is there
public record Around(
        List<Arrival> arrivals,
        Map<LogId, Loudness> loudness,
        List<Typist> typists,
        boolean tellsTyping,
        Map<LogId, String> drafts,
        String quiet,
        boolean showsText,
        Nearby nearby) {
    public static final Around NOTHING =
            new Around(List.of(), Map.of(), List.of(), true, Map.of(), "", true, Nearby.NOTHING);

    public Around {
        arrivals = List.copyOf(arrivals);
        loudness = Map.copyOf(loudness);
        typists = List.copyOf(typists);
        drafts = Map.copyOf(drafts);
    }

    /// Who is typing in a chat at that time, milliseconds since 1970.
    public List<Typist> typing(LogId chat, long now) {
        return typists.stream()
                .filter(typist -> typist.chat().equals(chat) && typist.until() > now)
                .toList();
    }

    /// Never the drafts: they must not reach a log by accident.
    @Override
    public String toString() {
        return "Around(" + arrivals.size() + " arrivals, " + drafts.size() + " drafts)";
    }

    /// Of what the member is notified in a chat.
    public Loudness loudness(Snapshot.ChatInfo chat) {
        return loudness.getOrDefault(chat.id(), Loudness.usual(chat.members()));
    }
}

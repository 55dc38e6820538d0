package chatbois.client.session;

import chatbois.log.Event;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Announced;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.view.Member;
import chatbois.protocol.view.Panic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of the community's log every member is told at once, in sentences.
final class News {
    private News() {}

    /// What the event is to everybody.
    static Optional<String> of(Event event, Community community) {
        String author = community.name(event.header().author());
        EventBody body = Teller.body(event);
        return switch (body) {
            case Announced(String text) -> Optional.of(author + " announces: " + text);
            case SettingsChanged changed when changed.panic() != null ->
                    Optional.of(
                            "%s set the panic level to %d: %s."
                                    .formatted(
                                            author,
                                            changed.panic(),
                                            new Panic(changed.panic()).meaning()));
            case null, default -> Optional.empty();
        };
    }

    /// What has changed for this member.
    static List<String> ofMe(Member before, Member now, long time) {
        List<String> news = new ArrayList<>();
        if (!now.role().equals(before.role())) {
            news.add("You are " + now.role().name() + " here now; /role says what you may do.");
        }
        if (now.isMuted(time) && !before.isMuted(time) && now.mute() != null) {
            news.add("You are muted here" + now.mute().details());
        }
        if (before.isMuted(time) && !now.isMuted(time)) {
            news.add("You can speak again here.");
        }
        if (!now.name().equals(before.name())) {
            news.add("You are called " + now.name() + " here now.");
        }
        return news;
    }
}

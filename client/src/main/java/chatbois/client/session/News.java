package chatbois.client.session;

import chatbois.log.Event;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Announced;
import chatbois.protocol.event.EventBody.RetentionSet;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.event.EventBody.ShutdownCalledOff;
import chatbois.protocol.event.EventBody.ShutdownPlanned;
import chatbois.protocol.view.Device;
import chatbois.protocol.view.Member;
import chatbois.protocol.view.Panic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of the community's log every member is told at once, in sentences.
final class News {
    private News() {}

    /// What the event is to everybody.
    static Optional<String> of(Event event, Community community, long now) {
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
            case ShutdownPlanned planned ->
                    Optional.of(planned)
                            .filter(_ -> isPlanned(community, end(event, planned), now))
                            .map(_ -> author + ": the server " + planned(planned));
            case ShutdownCalledOff _ -> Optional.of(author + " called it off: the server goes on.");
            case RetentionSet(int days) ->
                    Optional.of(
                            author
                                    + ": messages are kept "
                                    + (days == 0 ? "for ever" : "for " + days + " days")
                                    + " now, where a chat has no rule of its own.");
            case null, default -> Optional.empty();
        };
    }

    /// Not if it was called off, or planned anew, before this was read.
    private static boolean isPlanned(Community community, long end, long now) {
        return community.view().plannedEnd(now).filter(plan -> plan.at() == end).isPresent();
    }

    private static long end(Event event, ShutdownPlanned planned) {
        return event.time() + Duration.ofSeconds(planned.seconds()).toMillis();
    }

    private static String planned(ShutdownPlanned planned) {
        long minutes = Math.ceilDiv(planned.seconds(), 60);
        return (planned.restart() ? "restarts " : "shuts down ")
                + (minutes == 0
                        ? "now"
                        : minutes == 1 ? "in a minute" : "in " + minutes + " minutes")
                + (planned.reason().isEmpty() ? "." : ": " + planned.reason());
    }

    /// What has changed for this member.
    static List<String> ofMe(Member before, Member now, long time) {
        List<String> news = new ArrayList<>();
        if (!now.role().equals(before.role())) {
            news.add("You are " + now.role().name() + " here now; /role says what you may do.");
        }
        if (now.isMuted(time) && now.mute() != null && !now.mute().equals(before.mute())) {
            news.add("You are muted here" + now.mute().details());
        }
        if (before.isMuted(time) && !now.isMuted(time)) {
            news.add("You can speak again here.");
        }
        for (Device device : now.liveDevices()) {
            if (before.device(device.key()).isEmpty()) {
                news.add("A new device speaks for you now: " + device.label() + ".");
            }
        }
        if (!now.name().equals(before.name())) {
            news.add("You are called " + now.name() + " here now.");
        }
        return news;
    }
}

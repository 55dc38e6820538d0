package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Event;
import chatbois.log.Follower;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.event.EventBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a client has read of a log; every event of it was checked by a [Follower].
final class Reading {
    private final LogId log;
    private final VerifyKey server;
    private final List<Event> events;
    private final Follower follower;

    private Reading(LogId log, VerifyKey server, List<Event> events, Follower follower) {
        this.log = log;
        this.server = server;
        this.events = events;
        this.follower = follower;
    }

    static Reading start(LogId log, VerifyKey server, TreeHead pinned, Follower.Offer offer)
            throws LogBroken {
        return new Reading(
                log, server, new ArrayList<>(), Follower.start(log, server, 1, pinned, offer));
    }

    /// Goes on where it stopped, after a new connection.
    Reading continued(TreeHead pinned, Follower.Offer offer) throws LogBroken {
        assertThat(offer.at().head()).isEqualTo(pinned);
        return new Reading(log, server, events, Follower.start(log, server, 1, pinned, offer));
    }

    void take(Push.Events pushed) throws LogBroken {
        assertThat(pushed.events()).hasSizeBetween(1, Limits.PAGE_EVENTS);
        follower.accept(pushed.events(), pushed.head());
        events.addAll(pushed.events());
    }

    TreeHead head() {
        return follower.head();
    }

    /// How many events the log had when it was taken up, or more.
    long newest() {
        return follower.newest().size();
    }

    long size() {
        return follower.head().size();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /// What the messages say, in order.
    List<String> texts() {
        return texts(events);
    }

    static List<String> texts(List<Event> events) {
        return events.stream()
                .map(Event::signed)
                .map(Reading::body)
                .filter(EventBody.Message.class::isInstance)
                .map(body -> ((EventBody.Message) body).text())
                .toList();
    }

    private static EventBody body(SignedEvent event) {
        return Frames.decodeBody(
                event.header().kind(), Objects.requireNonNull(event.content()).body());
    }
}

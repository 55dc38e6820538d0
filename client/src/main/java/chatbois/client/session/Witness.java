package chatbois.client.session;

import chatbois.log.Event;
import chatbois.log.Follower;
import chatbois.log.LogBroken;
import chatbois.log.Pin;
import chatbois.log.SignedHead;
import chatbois.log.TreeHead;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.List;

/// A follower that two threads may ask: the one that reads the connection, and the one that saves
/// the pins. Its monitor is never held together with the session's lock.
final class Witness {
    @GuardedBy("this")
    private final Follower follower;

    Witness(Follower follower) {
        this.follower = follower;
    }

    /// Takes what comes next; gives the head after it.
    synchronized TreeHead accept(List<Event> events, SignedHead after) throws LogBroken {
        follower.accept(events, after);
        return follower.head();
    }

    synchronized long size() {
        return follower.head().size();
    }

    synchronized Pin pin() {
        return follower.pin();
    }
}

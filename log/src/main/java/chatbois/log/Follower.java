package chatbois.log;

import chatbois.log.LogBroken.Kind;
import java.util.List;

/// Reads one log from a known point onwards and believes nothing: every event is checked against
/// its author's signature, its place, the server's signed head, the head that was promised at the
/// start, the numbers that each device gives its own events, and the heads that other authors say
/// they have seen.
///
/// What is not believed leaves no trace: after a [LogBroken] the follower stands where it stood.
/// Keeps 63 hashes, the roots of the last 1,024 sizes, and one number for each device that wrote.
/// Not thread-safe.
public final class Follower {
    private final LogId log;
    private final VerifyKey server;
    private final long epoch;
    private final Testimony testimony;
    private Frontier frontier;
    private TreeHead promised;

    /// Follows a log from a frontier that is already trusted.
    public Follower(LogId log, VerifyKey server, long epoch, Frontier trusted) {
        this(log, server, epoch, trusted, Pin.NONE);
    }

    private Follower(LogId log, VerifyKey server, long epoch, Frontier trusted, Pin pin) {
        this.log = log;
        this.server = server;
        this.epoch = epoch;
        this.frontier = trusted;
        this.promised = trusted.head();
        this.testimony = new Testimony(log, promised, pin);
    }

    /// What a server offers as a place to start reading from.
    ///
    /// @param head the log as it stands now
    /// @param fromPinned proof that the head continues what the reader has pinned
    /// @param at where reading starts; the reader compares it with what it asked for
    /// @param fromStart proof that the head continues the start
    public record Offer(
            SignedHead head, List<Bytes32> fromPinned, Frontier at, List<Bytes32> fromStart) {
        public Offer {
            fromPinned = List.copyOf(fromPinned);
            fromStart = List.copyOf(fromStart);
        }
    }

    /// Follows a log from where the server offers, if that continues what was pinned.
    public static Follower start(
            LogId log, VerifyKey server, long epoch, TreeHead pinned, Offer offer)
            throws LogBroken {
        return start(log, server, epoch, new Pin(pinned, 0, Pin.NONE.numbers()), offer);
    }

    /// Follows a log from where the server offers, if that continues what was pinned; knows again
    /// what the pin has of the devices' numbers.
    public static Follower start(LogId log, VerifyKey server, long epoch, Pin pin, Offer offer)
            throws LogBroken {
        Follower follower = new Follower(log, server, epoch, offer.at(), pin);
        TreeHead head = follower.believed(offer.head());
        long pinned = pin.newest().size();
        follower.checkLength(pinned, head);
        if (!Merkle.isConsistent(pin.newest(), head, offer.fromPinned())) {
            throw follower.broken(
                    Kind.REWRITTEN,
                    "its first " + pinned + " events are not the ones that it had before");
        }
        if (!Merkle.isConsistent(offer.at().head(), head, offer.fromStart())) {
            throw follower.broken(
                    Kind.REWRITTEN,
                    "the part before event " + (offer.at().size() + 1) + " differs");
        }
        follower.promised = head;
        return follower;
    }

    /// Takes the events that come next, with the server's head after the last of them: all of them
    /// or, if one can't be believed, none.
    public void accept(List<Event> events, SignedHead after) throws LogBroken {
        TreeHead claimed = believed(after);
        checkLength(frontier.size(), claimed);
        Stretch stretch = Stretch.read(log, frontier, events);
        for (TreeHead head : stretch.heads()) {
            if (head.size() == promised.size() && !head.equals(promised)) {
                throw broken(Kind.REWRITTEN, "event " + head.size() + " is not the promised one");
            }
        }
        if (!stretch.end().head().equals(claimed)) {
            throw broken(
                    Kind.REWRITTEN,
                    "the server signed another history up to event " + claimed.size());
        }
        testimony.hear(stretch);
        frontier = stretch.end();
    }

    /// The log's id.
    public LogId log() {
        return log;
    }

    /// The state up to the last event taken.
    public TreeHead head() {
        return frontier.head();
    }

    public Frontier frontier() {
        return frontier;
    }

    /// The newest head that is known to continue this log: [#head()], or the one promised at the
    /// start while the events up to it are still on their way.
    public TreeHead newest() {
        return promised.size() > frontier.size() ? promised : frontier.head();
    }

    /// What to keep for the next session.
    public Pin pin() {
        return testimony.pin(newest(), frontier.size());
    }

    private TreeHead believed(SignedHead head) throws LogBroken {
        if (!head.log().equals(log) || head.epoch() != epoch || !head.isSignedBy(server)) {
            throw broken(Kind.HEAD_UNSIGNED, "its state is not signed by this community's server");
        }
        return head.head();
    }

    private void checkLength(long before, TreeHead now) throws LogBroken {
        if (now.size() < before) {
            throw broken(Kind.TRUNCATED, "it had " + before + " events and now has " + now.size());
        }
    }

    private LogBroken broken(Kind kind, String sentence) {
        return new LogBroken(log, kind, sentence);
    }
}

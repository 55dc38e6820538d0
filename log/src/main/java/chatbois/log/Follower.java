package chatbois.log;

import chatbois.log.LogBroken.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads one log from a known point onwards and believes nothing: every event is checked against
/// its author's signature, its place, the server's signed head, the head that was promised at the
/// start, and the heads that other authors say they have seen.
///
/// Keeps 63 hashes, the roots of the last 1,024 sizes, and one number for each device that wrote.
/// Not thread-safe.
public final class Follower {
    private static final int RECENT = 1024;

    private final LogId log;
    private final VerifyKey server;
    private final long epoch;
    private final Map<VerifyKey, Long> authorSeqs = new HashMap<>();
    private final TreeHead[] recent = new TreeHead[RECENT];
    private Frontier frontier;
    private TreeHead promised;

    /// Follows a log from a frontier that is already trusted.
    public Follower(LogId log, VerifyKey server, long epoch, Frontier trusted) {
        this.log = log;
        this.server = server;
        this.epoch = epoch;
        this.frontier = trusted;
        this.promised = trusted.head();
        remember(promised);
    }

    /// What a server offers as a place to start reading from.
    ///
    /// @param head the log as it stands now
    /// @param fromPinned proof that the head continues what the reader has pinned
    /// @param at where reading starts
    /// @param fromStart proof that the head continues the start
    public record Offer(
            SignedHead head, List<Bytes32> fromPinned, Frontier at, List<Bytes32> fromStart) {}

    /// Follows a log from where the server offers, if that continues what was pinned.
    public static Follower start(
            LogId log, VerifyKey server, long epoch, TreeHead pinned, Offer offer)
            throws LogBroken {
        Follower follower = new Follower(log, server, epoch, offer.at());
        TreeHead head = follower.believed(offer.head());
        if (head.size() < pinned.size()) {
            throw follower.broken(
                    Kind.TRUNCATED,
                    "it had " + pinned.size() + " events and now has " + head.size());
        }
        if (!Merkle.isConsistent(pinned, head, offer.fromPinned())) {
            throw follower.broken(
                    Kind.REWRITTEN,
                    "its first " + pinned.size() + " events are not the ones that it had before");
        }
        if (!Merkle.isConsistent(offer.at().head(), head, offer.fromStart())) {
            throw follower.broken(
                    Kind.REWRITTEN,
                    "the part before event " + (offer.at().size() + 1) + " differs");
        }
        follower.promised = head;
        return follower;
    }

    /// Takes the events that come next, with the server's head after the last of them.
    public void accept(List<Event> events, SignedHead after) throws LogBroken {
        TreeHead claimed = believed(after);
        for (Event event : events) {
            Genuine.check(log, frontier.size() + 1, event);
            checkAuthor(event);
            frontier = frontier.append(event.leaf());
            TreeHead head = frontier.head();
            if (head.size() == promised.size() && !head.equals(promised)) {
                throw broken(Kind.REWRITTEN, "event " + head.size() + " is not the promised one");
            }
            remember(head);
        }
        if (!frontier.head().equals(claimed)) {
            throw broken(
                    Kind.REWRITTEN,
                    "the server signed another history up to event " + claimed.size());
        }
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

    private TreeHead believed(SignedHead head) throws LogBroken {
        if (!head.log().equals(log) || head.epoch() != epoch || !head.isSignedBy(server)) {
            throw broken(Kind.HEAD_UNSIGNED, "its state is not signed by this community's server");
        }
        return head.head();
    }

    private void checkAuthor(Event event) throws LogBroken {
        Header header = event.header();
        Long last = authorSeqs.put(header.device(), header.authorSeq());
        if (last != null && header.authorSeq() <= last) {
            throw broken(Kind.REPLAYED, "event " + event.seq() + " was in this log before");
        }
        if (last != null && header.authorSeq() > last + 1) {
            throw broken(
                    Kind.WITHHELD, "something written before event " + event.seq() + " is gone");
        }
        TreeHead seen = header.seen();
        if (seen.size() >= event.seq()) {
            throw broken(Kind.SPLIT, "the author of event " + event.seq() + " saw a longer log");
        }
        TreeHead ours = recent[(int) (seen.size() % RECENT)];
        if (ours != null && ours.size() == seen.size() && !ours.equals(seen)) {
            throw broken(
                    Kind.SPLIT,
                    "the author of event " + event.seq() + " was shown another history");
        }
    }

    private void remember(TreeHead head) {
        recent[(int) (head.size() % RECENT)] = head;
    }

    private LogBroken broken(Kind kind, String sentence) {
        return new LogBroken(log, kind, sentence);
    }
}

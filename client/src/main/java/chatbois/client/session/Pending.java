package chatbois.client.session;

import chatbois.log.Signature;
import chatbois.log.TreeHead;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody.Message;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An event on its way to the server. Signed when it is first sent; after a cut the very same bytes
/// go out again, so that it can't be stored twice. Guarded by the session's lock.
final class Pending {
    /// Makes the request once the device's number and the head last seen are known.
    interface Draft {
        Request sign(long number, TreeHead seen);

        /// The event of the same log that has to have been seen before, or 0.
        default long about() {
            return 0;
        }
    }

    /// A signed request with the number that it uses.
    record Signed(Request request, long number) {
        boolean carries(Signature signature) {
            return request instanceof Request.Append append
                    && append.event().signature().equals(signature);
        }
    }

    private final Draft draft;
    private final @Nullable Message message;
    private final boolean once;
    private final long madeAt;
    private final CompletableFuture<Place> done = new CompletableFuture<>();
    private @Nullable Signed signed;
    private @Nullable Place place;
    private int misses;

    /// @param message what it says, if it is to be shown while it waits
    /// @param once whether it is given up when the server's disk is full
    Pending(Draft draft, @Nullable Message message, boolean once, long madeAt) {
        this.draft = draft;
        this.message = message;
        this.once = once;
        this.madeAt = madeAt;
    }

    Signed sign(long number, TreeHead seen) {
        Signed already = signed;
        if (already != null) {
            return already;
        }
        Signed now = new Signed(draft.sign(number, seen), number);
        signed = now;
        return now;
    }

    /// Its number went to another event; it gets a new one. Gives how often that happened.
    int unsign() {
        signed = null;
        return ++misses;
    }

    @Nullable Signed signed() {
        return signed;
    }

    @Nullable Message message() {
        return message;
    }

    /// The event of the same log that has to have been seen before, or 0.
    long about() {
        return draft.about();
    }

    boolean isOnce() {
        return once;
    }

    long madeAt() {
        return madeAt;
    }

    void stored(Place at) {
        place = at;
    }

    /// Where the server has put it, or null.
    @Nullable Place place() {
        return place;
    }

    /// Completes when the server has it on disk, or refuses it.
    CompletableFuture<Place> done() {
        return done;
    }
}

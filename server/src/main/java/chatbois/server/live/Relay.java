package chatbois.server.live;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Slot;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where a new device of a member meets an old one: slots with a number, each for one exchange. The
/// server passes on what both say and understands none of it.
///
/// Who knocks first has the slot; when either of the two is gone, or the time is over, it is closed
/// for good. Safe for any thread; its monitor is never held while telling.
public final class Relay {
    private static final int MOST_OPEN = 500;
    private static final int MOST_KNOCKS = 4;
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);

    private static final class Place {
        final Connection host;
        final long until;
        @Nullable Object guest;
        @Nullable CompletableFuture<Reply> waiting;
        int knocks;

        Place(Connection host, long until) {
            this.host = host;
            this.until = until;
        }
    }

    private final SecureRandom random;
    private final Clock clock;

    @GuardedBy("this")
    private final Map<Slot, Place> open = new HashMap<>();

    public Relay(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /// A slot for that connection, in place of the one that it had.
    public Reply.SlotOpened open(Connection host) {
        close(place -> place.host == host, /* tellsHost= */ false);
        close(place -> place.until < clock.millis(), /* tellsHost= */ true);
        synchronized (this) {
            if (open.size() >= MOST_OPEN) {
                throw refused(
                        Code.BUSY,
                        "Too many devices are being linked; try again in a few minutes.");
            }
            Slot slot = free();
            Place place = new Place(host, clock.millis() + OPEN_FOR.toMillis());
            open.put(slot, place);
            return new Reply.SlotOpened(slot, place.until);
        }
    }

    @GuardedBy("this")
    private Slot free() {
        Slot slot;
        do {
            slot = new Slot(random.nextInt(Slot.FIRST, Slot.LAST + 1));
        } while (open.containsKey(slot));
        return slot;
    }

    /// Says something to the device at a slot; completes with what it answers.
    ///
    /// @param guest who knocks
    public CompletableFuture<Reply> knock(Slot slot, String payload, Object guest) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        Connection host;
        synchronized (this) {
            Place place = open.get(slot);
            if (place == null
                    || place.until < clock.millis()
                    || (place.guest != null && place.guest != guest)
                    || place.waiting != null
                    || place.knocks >= MOST_KNOCKS) {
                throw closed();
            }
            place.guest = guest;
            place.waiting = answer;
            place.knocks++;
            host = place.host;
        }
        host.tell(new Push.Knocked(slot, payload));
        return answer;
    }

    /// Says something to who knocked.
    public void answer(Connection host, Slot slot, String payload) {
        CompletableFuture<Reply> waiting;
        synchronized (this) {
            Place place = open.get(slot);
            if (place == null || place.host != host || place.waiting == null) {
                throw closed();
            }
            waiting = place.waiting;
            place.waiting = null;
        }
        waiting.complete(new Reply.Relayed(payload));
    }

    /// Closes a slot of that connection.
    public void close(Connection host, Slot slot) {
        Optional<Place> place;
        synchronized (this) {
            place = Optional.ofNullable(open.get(slot)).filter(found -> found.host == host);
            place.ifPresent(_ -> open.remove(slot));
        }
        place.ifPresent(Relay::sendAway);
    }

    /// The member's connection is over.
    public void hostLeft(Connection host) {
        close(place -> place.host == host, /* tellsHost= */ false);
    }

    /// Who knocked is gone.
    public void guestLeft(Object guest) {
        close(place -> place.guest == guest, /* tellsHost= */ true);
    }

    private void close(Predicate<Place> which, boolean tellsHost) {
        List<Map.Entry<Slot, Place>> closed = new ArrayList<>();
        synchronized (this) {
            open.entrySet().stream()
                    .filter(entry -> which.test(entry.getValue()))
                    .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                    .forEach(closed::add);
            closed.forEach(entry -> open.remove(entry.getKey()));
        }
        for (Map.Entry<Slot, Place> entry : closed) {
            sendAway(entry.getValue());
            if (tellsHost) {
                entry.getValue().host.tell(new Push.SlotClosed(entry.getKey()));
            }
        }
    }

    private static void sendAway(Place place) {
        CompletableFuture<Reply> waiting = place.waiting;
        if (waiting != null) {
            waiting.completeExceptionally(closed());
        }
    }

    private static RuntimeException closed() {
        return refused(
                Code.NO_SUCH_SLOT,
                "The code is wrong, used up or too old; ask for a new one with /link on the other"
                        + " device.");
    }
}

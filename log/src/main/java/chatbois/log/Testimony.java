package chatbois.log;

import chatbois.log.LogBroken.Kind;
import chatbois.log.Pin.Last;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What authors say about a log beyond their own events: each device numbers what it writes there
/// without holes, and each event names a head that its author had seen. A server that withholds,
/// repeats or shows two histories contradicts them. Not thread-safe.
final class Testimony {
    private static final int RECENT = 1024;

    private final LogId log;
    private final long start;
    private final Pin pin;
    private final Map<VerifyKey, Last> numbers = new HashMap<>();
    private final @Nullable TreeHead[] recent = new @Nullable TreeHead[RECENT];

    /// Begins to hear at a place in the log, with what was heard in earlier sessions.
    Testimony(LogId log, TreeHead start, Pin pin) {
        this.log = log;
        this.start = start.size();
        this.pin = pin;
        remember(start);
    }

    /// Hears a stretch that begins where the last one ended; after an exception nothing of it is
    /// kept.
    void hear(Stretch stretch) throws LogBroken {
        Map<VerifyKey, Last> fresh = new HashMap<>();
        for (int i = 0; i < stretch.events().size(); i++) {
            Event event = stretch.events().get(i);
            checkNumber(event, fresh);
            checkSeen(event);
            // If a later event is refused, these places are overwritten before they are looked at.
            remember(stretch.heads().get(i));
        }
        numbers.putAll(fresh);
    }

    /// The last numbers of all devices that were heard up to that place.
    Pin pin(TreeHead newest, long readUpTo) {
        if (readUpTo < pin.readUpTo()) {
            return new Pin(newest, pin.readUpTo(), pin.numbers());
        }
        Map<VerifyKey, Last> all = new HashMap<>();
        pin.numbers().keySet().forEach(device -> all.put(device, pinned(device)));
        all.putAll(numbers);
        return new Pin(newest, readUpTo, all);
    }

    private void checkNumber(Event event, Map<VerifyKey, Last> fresh) throws LogBroken {
        Header header = event.header();
        Last last = fresh.get(header.device());
        if (last == null) {
            last = last(header.device(), event.seq());
        }
        if (header.authorSeq() <= last.number()) {
            throw new LogBroken(
                    log, Kind.REPLAYED, "event " + event.seq() + " was in this log before");
        }
        if (last.exact() && header.authorSeq() > last.number() + 1) {
            throw new LogBroken(
                    log,
                    Kind.WITHHELD,
                    "something written before event " + event.seq() + " is gone");
        }
        fresh.put(header.device(), new Last(header.authorSeq(), true));
    }

    private Last last(VerifyKey device, long seq) {
        Last heard = numbers.get(device);
        if (heard != null) {
            return heard;
        }
        if (seq > pin.readUpTo() && pin.numbers().containsKey(device)) {
            return pinned(device);
        }
        return new Last(0, start == 0);
    }

    private Last pinned(VerifyKey device) {
        Last last = pin.numbers().getOrDefault(device, new Last(0, false));
        return start > pin.readUpTo() ? last.loosened() : last;
    }

    private void checkSeen(Event event) throws LogBroken {
        TreeHead seen = event.header().seen();
        if (seen.size() >= event.seq()) {
            throw new LogBroken(
                    log, Kind.SPLIT, "the author of event " + event.seq() + " saw a longer log");
        }
        TreeHead ours = recent[(int) (seen.size() % RECENT)];
        if (ours != null && ours.size() == seen.size() && !ours.equals(seen)) {
            throw new LogBroken(
                    log,
                    Kind.SPLIT,
                    "the author of event " + event.seq() + " was shown another history");
        }
    }

    private void remember(TreeHead head) {
        recent[(int) (head.size() % RECENT)] = head;
    }
}

package chatbois.client.session;

import chatbois.log.Pin;
import chatbois.log.TreeHead;
import org.jspecify.annotations.Nullable;

/// What is known to have been seen of a log. Put together only when asked, outside the session's
/// lock, since a pin of many devices is large.
///
/// @param before what was seen in earlier sessions, or over earlier connections
/// @param newest the newest head that is known to be the log's
/// @param witness who has read the log since, if anybody
record Memory(Pin before, TreeHead newest, @Nullable Witness witness) {
    static final Memory NONE = of(Pin.NONE);

    static Memory of(Pin before) {
        return new Memory(before, before.newest(), null);
    }

    Memory newest(TreeHead head) {
        return new Memory(before, head, witness);
    }

    Memory witness(Witness reader) {
        return new Memory(before, newest, reader);
    }

    /// What to keep for the next session.
    Pin pin() {
        Pin pin = witness == null ? before : witness.pin();
        return new Pin(
                newest.size() > pin.newest().size() ? newest : pin.newest(),
                pin.readUpTo(),
                pin.numbers());
    }
}

package chatbois.server.store;

import chatbois.log.Event;
import chatbois.log.VerifyKey;
import org.jspecify.annotations.Nullable;

/// An event together with what stands beside it in the store so that it can be found.
///
/// @param kind the kind under which it is filed
/// @param authorSeq the author's number under which it is filed
/// @param device the device under which it is filed, null if there is none in this log
/// @param halfErased whether only one of body and salt is there
public record FiledEvent(
        Event event, long kind, long authorSeq, @Nullable VerifyKey device, boolean halfErased) {

    /// Whether it is filed as its header says.
    public boolean isFiledRight() {
        return kind == event.header().kind()
                && authorSeq == event.header().authorSeq()
                && event.header().device().equals(device);
    }
}

package chatbois.server.live;

import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Frontier;
import chatbois.log.LogPage;
import chatbois.log.MemberId;
import chatbois.log.Merkle;
import chatbois.log.Subtrees;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.name.Emoji;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds what belongs to a stretch of messages and lies outside of it.
final class Related {
    /// How much that was done to some messages is looked at for one answer.
    private static final int LOOKED_AT = 1_000;

    /// Of one message it counts what somebody did last, and of reactions for each emoji.
    private record Deed(long target, int kind, @Nullable MemberId by, @Nullable Emoji emoji) {
        static Deed of(Event event) {
            return switch (body(event)) {
                case Reacted(long seq, Emoji emoji) -> reaction(event, seq, emoji);
                case ReactionWithdrawn(long seq, Emoji emoji) -> reaction(event, seq, emoji);
                case OnMessage done -> new Deed(done.seq(), event.header().kind(), null, null);
                // An erased text: what came of it stands in what erased it.
                case null, default -> new Deed(event.seq(), event.header().kind(), null, null);
            };
        }

        private static Deed reaction(Event event, long seq, Emoji emoji) {
            return new Deed(seq, 0, event.header().author(), emoji);
        }
    }

    private Related() {}

    static List<LogPage> to(Request.Related request, Reader reader, LogRow row) {
        Subtrees tree = reader.tree(row);
        return events(request, reader, row).stream()
                .map(event ->
                        new LogPage(
                                Frontier.at(event.seq() - 1, tree),
                                List.of(event),
                                Merkle.consistency(event.seq(), request.size(), tree)))
                .toList();
    }

    private static Collection<Event> events(Request.Related request, Reader reader, LogRow row) {
        Map<Long, Event> found = new TreeMap<>();
        Bytes room = new Bytes();
        for (Event event : last(request, reader, row)) {
            if (found.size() < Limits.RELATED && room.takes(event)) {
                found.put(event.seq(), event);
            }
        }
        for (Event event :
                reader.lastEvents(row, request.first(), request.last(), Limits.PAGE_BYTES)) {
            if (found.size() < Limits.RELATED
                    && body(event) instanceof Message message
                    && message.replyTo() != null
                    && message.replyTo() < request.first()) {
                reader.event(row, message.replyTo())
                        .filter(room::takes)
                        .ifPresent(answered -> found.put(answered.seq(), answered));
            }
        }
        return found.values();
    }

    /// What was done last to each message, the newest first.
    private static List<Event> last(Request.Related request, Reader reader, LogRow row) {
        Map<Deed, Event> last = new LinkedHashMap<>();
        reader.doneTo(
                        row,
                        request.first(),
                        request.last(),
                        request.last(),
                        request.size(),
                        LOOKED_AT)
                .forEach(event -> last.putIfAbsent(Deed.of(event), event));
        return new ArrayList<>(last.values());
    }

    private static @Nullable EventBody body(Event event) {
        Content content = event.signed().content();
        return content == null ? null : Frames.decodeBody(event.header().kind(), content.body());
    }

    /// The room in one answer.
    private static final class Bytes {
        private int left = Limits.PAGE_BYTES;

        boolean takes(Event event) {
            Content content = event.signed().content();
            left -= content == null ? 0 : content.length();
            return left >= 0;
        }
    }
}

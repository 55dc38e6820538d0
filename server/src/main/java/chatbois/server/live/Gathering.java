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
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.Emoji;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Single events of a log for one answer, as many as fit into it. For one question, of one thread.
final class Gathering {
    /// Of reactions it counts what somebody did last with an emoji.
    private record Reaction(long target, MemberId by, Emoji emoji) {}

    /// Of descriptions it counts which one of a file was the last.
    private record Description(long target, int index) {}

    private final Reader reader;
    private final LogRow row;
    private final long size;
    private final Map<Long, Event> found = new TreeMap<>();
    private final Set<Reaction> reactions = new HashSet<>();
    private final Set<Description> descriptions = new HashSet<>();
    private int bytesLeft = Limits.PAGE_BYTES;

    /// @param size of the log for which the answer is proven
    Gathering(Reader reader, LogRow row, long size) {
        this.reader = reader;
        this.row = row;
        this.size = size;
    }

    /// Each of them with its proof, in order.
    List<LogPage> proven() {
        Subtrees tree = reader.tree(row);
        return found.values().stream()
                .map(event ->
                        new LogPage(
                                Frontier.at(event.seq() - 1, tree),
                                List.of(event),
                                Merkle.consistency(event.seq(), size, tree)))
                .toList();
    }

    boolean has(long seq) {
        return found.containsKey(seq);
    }

    /// Takes it if it fits.
    void add(Event event) {
        if (found.size() < Limits.RELATED && !found.containsKey(event.seq())) {
            Content content = event.signed().content();
            bytesLeft -= content == null ? 0 : content.length();
            if (bytesLeft >= 0) {
                found.put(event.seq(), event);
            }
        }
    }

    /// What was done last to the texts of some messages, behind a place.
    void addTexts(long from, long to, long after) {
        for (Kind kind : List.of(Kind.MESSAGE_DELETED, Kind.MESSAGE_EDITED)) {
            reader.last(row, kind.code(), from, to, after, size).stream()
                    .filter(event -> event.signed().content() != null)
                    .forEach(this::add);
        }
    }

    /// In which words the files of some messages were described last, behind a place; at most so
    /// many events are looked at.
    void addDescriptions(long from, long to, long after, int most) {
        for (Event event : reader.descriptions(row, from, to, after, size, most)) {
            if (body(event) instanceof Described(long seq, int index, _)
                    && descriptions.add(new Description(seq, index))) {
                add(event);
            }
        }
    }

    /// How some messages were answered by emoji, behind a place; at most so many events are looked
    /// at.
    void addReactions(long from, long to, long after, int most) {
        reader.reactions(row, from, to, after, size, most).forEach(this::addReaction);
    }

    private void addReaction(Event event) {
        MemberId by = event.header().author();
        boolean isLast =
                switch (body(event)) {
                    case Reacted(long seq, Emoji emoji) ->
                            reactions.add(new Reaction(seq, by, emoji));
                    case ReactionWithdrawn(long seq, Emoji emoji) ->
                            reactions.add(new Reaction(seq, by, emoji));
                    case null, default -> false;
                };
        if (isLast) {
            add(event);
        }
    }

    static @Nullable EventBody body(Event event) {
        Content content = event.signed().content();
        return content == null ? null : Frames.decodeBody(event.header().kind(), content.body());
    }
}

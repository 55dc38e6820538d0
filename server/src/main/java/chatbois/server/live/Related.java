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

/// Finds what belongs to a stretch of messages and lies outside of it. What changes or takes away a
/// text comes first, so that no number of reactions can hide it. For one question, of one thread.
final class Related {
    /// How many reactions are looked at for one answer.
    private static final int REACTIONS = 1_000;

    /// Of reactions it counts what somebody did last with an emoji.
    private record Reaction(long target, MemberId by, Emoji emoji) {}

    private final Request.Related request;
    private final Reader reader;
    private final LogRow row;
    private final Map<Long, Event> found = new TreeMap<>();
    private int bytesLeft = Limits.PAGE_BYTES;

    private Related(Request.Related request, Reader reader, LogRow row) {
        this.request = request;
        this.reader = reader;
        this.row = row;
    }

    static List<LogPage> to(Request.Related request, Reader reader, LogRow row) {
        Related related = new Related(request, reader, row);
        related.find();
        Subtrees tree = reader.tree(row);
        return related.found.values().stream()
                .map(event ->
                        new LogPage(
                                Frontier.at(event.seq() - 1, tree),
                                List.of(event),
                                Merkle.consistency(event.seq(), request.size(), tree)))
                .toList();
    }

    private void find() {
        addTexts(request.first(), request.last(), request.last());
        reader.lastEvents(row, request.first(), request.last(), Limits.PAGE_BYTES)
                .forEach(this::addAnswered);
        Set<Reaction> seen = new HashSet<>();
        reader.reactions(
                        row,
                        request.first(),
                        request.last(),
                        request.last(),
                        request.size(),
                        REACTIONS)
                .forEach(event -> addReaction(event, seen));
    }

    /// What was done last to the texts of some messages, behind a place.
    private void addTexts(long from, long to, long after) {
        for (Kind kind : List.of(Kind.MESSAGE_DELETED, Kind.MESSAGE_EDITED)) {
            reader.last(row, kind.code(), from, to, after, request.size()).stream()
                    .filter(event -> event.signed().content() != null)
                    .forEach(this::add);
        }
    }

    /// The message that an event answers, if it is outside, with what it says by now.
    private void addAnswered(Event event) {
        if (body(event) instanceof Message message
                && message.replyTo() != null
                && message.replyTo() < request.first()) {
            long seq = message.replyTo();
            reader.event(row, seq).ifPresent(this::add);
            addTexts(seq, seq, seq);
        }
    }

    private void addReaction(Event event, Set<Reaction> seen) {
        MemberId by = event.header().author();
        boolean isLast =
                switch (body(event)) {
                    case Reacted(long seq, Emoji emoji) -> seen.add(new Reaction(seq, by, emoji));
                    case ReactionWithdrawn(long seq, Emoji emoji) ->
                            seen.add(new Reaction(seq, by, emoji));
                    case null, default -> false;
                };
        if (isLast) {
            add(event);
        }
    }

    private void add(Event event) {
        if (found.size() < Limits.RELATED && !found.containsKey(event.seq())) {
            Content content = event.signed().content();
            bytesLeft -= content == null ? 0 : content.length();
            if (bytesLeft >= 0) {
                found.put(event.seq(), event);
            }
        }
    }

    private static @Nullable EventBody body(Event event) {
        Content content = event.signed().content();
        return content == null ? null : Frames.decodeBody(event.header().kind(), content.body());
    }
}

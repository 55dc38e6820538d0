package chatbois.server.live;

import chatbois.log.Event;
import chatbois.log.LogPage;
import chatbois.protocol.Limits;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody.Message;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import java.util.List;

/// Finds what belongs to a stretch of messages and lies outside of it. What changes or takes away a
/// text comes first, so that no number of reactions can hide it. For one question, of one thread.
final class Related {
    /// How many reactions are looked at for one answer.
    private static final int REACTIONS = 1_000;

    private static final int DESCRIPTIONS = 500;

    private final Request.Related request;
    private final Reader reader;
    private final LogRow row;
    private final Gathering found;

    private Related(Request.Related request, Reader reader, LogRow row) {
        this.request = request;
        this.reader = reader;
        this.row = row;
        this.found = new Gathering(reader, row, request.size());
    }

    static List<LogPage> to(Request.Related request, Reader reader, LogRow row) {
        Related related = new Related(request, reader, row);
        related.find();
        return related.found.proven();
    }

    private void find() {
        found.addTexts(request.first(), request.last(), request.last());
        reader.lastEvents(row, request.first(), request.last(), Limits.PAGE_BYTES)
                .forEach(this::addAnswered);
        found.addDescriptions(request.first(), request.last(), request.last(), DESCRIPTIONS);
        found.addReactions(request.first(), request.last(), request.last(), REACTIONS);
    }

    /// The message that an event answers, if it is outside, with what it says by now.
    private void addAnswered(Event event) {
        if (Gathering.body(event) instanceof Message message
                && message.replyTo() != null
                && message.replyTo() < request.first()) {
            long seq = message.replyTo();
            reader.event(row, seq).ifPresent(found::add);
            found.addTexts(seq, seq, seq);
        }
    }
}

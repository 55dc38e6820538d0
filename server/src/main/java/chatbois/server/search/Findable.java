package chatbois.server.search;

import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.protocol.Frames;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What there is to find in a message as it is by now: its text as it was edited last, and its
/// files as they were described last.
record Findable(String text, List<Attachment> files) {
    private static final int MOST_DESCRIPTIONS = 200;

    /// Nothing if it is erased, or no message.
    static Optional<Findable> of(Reader reader, LogRow log, Event event) {
        if (!(body(event) instanceof EventBody.Message message)) {
            return Optional.empty();
        }
        long seq = event.seq();
        String text =
                reader.last(log, Kind.MESSAGE_EDITED.code(), seq, seq, seq, log.size()).stream()
                        .map(Findable::body)
                        .filter(EventBody.MessageEdited.class::isInstance)
                        .map(body -> ((EventBody.MessageEdited) body).text())
                        .findFirst()
                        .orElse(message.text());
        List<Attachment> files = message.files();
        return Optional.of(
                new Findable(text, files.isEmpty() ? files : described(files, reader, log, seq)));
    }

    private static List<Attachment> described(
            List<Attachment> files, Reader reader, LogRow log, long seq) {
        List<Attachment> now = new ArrayList<>(files);
        List<Event> newestFirst =
                reader.descriptions(log, seq, seq, seq, log.size(), MOST_DESCRIPTIONS);
        for (Event event : newestFirst.reversed()) {
            if (body(event) instanceof EventBody.Described(_, int index, String words)
                    && index >= 0
                    && index < now.size()) {
                now.set(index, now.get(index).described(words));
            }
        }
        return now;
    }

    /// All of it, as it is looked through and shown: the text, and a line for each file.
    String words() {
        StringBuilder all = new StringBuilder(text);
        for (Attachment file : files) {
            all.append(all.isEmpty() ? "" : "\n").append(file.name());
            if (file.alt() != null) {
                all.append(": ").append(file.alt());
            }
        }
        return all.toString();
    }

    /// Null if it is erased.
    private static @Nullable EventBody body(Event event) {
        Content content = event.signed().content();
        return content == null ? null : Frames.decodeBody(event.header().kind(), content.body());
    }
}

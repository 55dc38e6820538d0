package chatbois.terminal.command;

import chatbois.client.session.Entry;
import chatbois.client.session.Marks;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Frames;
import chatbois.protocol.JsonLine;
import chatbois.protocol.event.EventBody.Calling;
import chatbois.protocol.event.Preview;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the events of a chat as lines of JSON, for scripts and exports; docs/scripts.md says what
/// stands in them. They come in order, from some event on. For one thread.
public final class ScriptLines {
    /// What is null is left out.
    ///
    /// @param replyTo the message that it answers
    /// @param thread the message with which its thread began
    /// @param about the message that this event edits, deletes or reacts to
    /// @param edited the event that gave it the text that it has now
    /// @param deletedBy who deleted it
    /// @param mentions for whom it is, by name
    /// @param everyone whether it is for everybody in the chat
    /// @param signed what the protocol sends: place, time, the signed header and the signature, and
    ///   the body with its salt unless it is erased
    private record Line(
            long seq,
            String time,
            String author,
            MemberId member,
            @Nullable VerifyKey device,
            String kind,
            String text,
            @Nullable Long replyTo,
            @Nullable Long thread,
            @Nullable Long about,
            @Nullable Long edited,
            @Nullable String deletedBy,
            @Nullable List<Reaction> reactions,
            @Nullable List<String> mentions,
            @Nullable Boolean everyone,
            @Nullable List<FileOf> files,
            @Nullable Event signed) {}

    /// A file that came with it.
    ///
    /// @param preview what can be shown of it, if something can
    private record FileOf(
            String name,
            String type,
            long size,
            String hash,
            @Nullable String alt,
            @Nullable Shown preview) {}

    /// @param ms how long it plays; 0 for a picture that stands still
    /// @param of how long all of the film is, if that is more
    private record Shown(int width, int height, int frames, int ms, @Nullable Integer of) {
        static @Nullable Shown by(@Nullable Preview preview) {
            return preview == null
                    ? null
                    : new Shown(
                            preview.width(),
                            preview.height(),
                            preview.frames(),
                            preview.millis(),
                            preview.whole());
        }
    }

    /// An emoji, and who answers with it.
    private record Reaction(String emoji, List<String> by) {}

    private final Session session;
    private final LogId chat;

    /// Where the threads began of messages that answer others, by their places.
    private final Map<Long, Long> roots = new HashMap<>();

    public ScriptLines(Session session, LogId chat) {
        this.session = session;
        this.chat = chat;
    }

    public String line(Event event, Entry entry) {
        return line(event, entry, /* signed= */ false);
    }

    /// With what was signed.
    String signed(Event event, Entry entry) {
        return line(event, entry, /* signed= */ true);
    }

    private String line(Event event, Entry entry, boolean signed) {
        Marks marks = entry.marks();
        Calling calling = entry.isMessage() ? calling(event) : null;
        return JsonLine.of(
                new Line(
                        entry.seq(),
                        Instant.ofEpochMilli(entry.time()).toString(),
                        entry.author(),
                        entry.by(),
                        signed ? event.header().device() : null,
                        Transcript.kind(entry.said()),
                        Transcript.text(entry.said()),
                        marks.replyTo(),
                        thread(entry),
                        entry.said() instanceof Said.Done(var what, _) ? what.seq() : null,
                        marks.isEdited() ? marks.edit() : null,
                        entry.said() instanceof Said.Deleted(String by) ? by : null,
                        reactions(marks),
                        calling == null ? null : names(calling.mentions()),
                        calling != null && calling.callsEveryone() ? true : null,
                        files(entry),
                        signed ? event : null));
    }

    private static @Nullable Calling calling(Event event) {
        Content content = event.signed().content();
        try {
            return content != null
                            && Frames.decodeBody(event.header().kind(), content.body())
                                    instanceof Calling said
                    ? said
                    : null;
        } catch (Malformed e) {
            return null; // written by a newer program
        }
    }

    private @Nullable Long thread(Entry entry) {
        Long answered = entry.marks().replyTo();
        if (answered == null) {
            return null;
        }
        long root = root(answered);
        roots.put(entry.seq(), root);
        return root;
    }

    /// Messages before the first line are looked up; one that can't be read now counts as the root.
    private long root(long seq) {
        long root = seq;
        Optional<Long> answered = Optional.of(seq);
        while (answered.isPresent()) {
            root = answered.get();
            Long known = roots.get(root);
            if (known != null) {
                root = known;
                break;
            }
            answered = answeredBy(root);
        }
        roots.put(seq, root);
        return root;
    }

    private Optional<Long> answeredBy(long seq) {
        return session.chat(chat).entry(seq).exceptionally(_ -> List.of()).join().stream()
                .flatMap(entry -> Optional.ofNullable(entry.marks().replyTo()).stream())
                .filter(answered -> answered < seq)
                .findFirst();
    }

    private @Nullable List<Reaction> reactions(Marks marks) {
        return marks.reactions().isEmpty()
                ? null
                : marks.reactions().stream()
                        .map(each ->
                                new Reaction(
                                        each.emoji().toString(),
                                        each.by().stream().map(session::nameOf).toList()))
                        .toList();
    }

    private static @Nullable List<FileOf> files(Entry entry) {
        return entry.attachments().isEmpty()
                ? null
                : entry.attachments().stream()
                        .map(file ->
                                new FileOf(
                                        file.name(),
                                        file.type(),
                                        file.size(),
                                        file.hash().toString(),
                                        file.alt(),
                                        Shown.by(file.preview())))
                        .toList();
    }

    private @Nullable List<String> names(@Nullable List<MemberId> members) {
        return members == null ? null : members.stream().map(session::nameOf).toList();
    }
}

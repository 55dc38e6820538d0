package chatbois.client.session;

import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Header;
import chatbois.log.LogBroken;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.protocol.Frames;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Calling;
import chatbois.protocol.event.EventBody.InChat;
import chatbois.protocol.event.EventBody.InCommunity;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.OnMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns a chat's events into entries. Guarded by the session's lock, as the community is.
record Teller(Community community, MemberId me) {
    /// The entry for a verified event; its author's device must be known in the community.
    Entry tell(Event event) throws LogBroken {
        Header header = event.header();
        try {
            community.view().authorAt(header, event.time());
        } catch (Refused e) {
            throw new LogBroken(
                    header.log(),
                    LogBroken.Kind.FORGED,
                    "event " + event.seq() + " is by a device that belongs to nobody here");
        }
        String author = community.name(header.author());
        EventBody body = body(event);
        return new Entry(
                event.seq(),
                event.time(),
                header.author(),
                author,
                said(header, author, body, event.signed().content() == null),
                header.author().equals(me),
                Entry.Delivery.STORED,
                marks(header.author(), body));
    }

    /// The entry for a message that waits.
    Entry tell(Pending pending, Message message) {
        var place = pending.place();
        return new Entry(
                place == null ? 0 : place.seq(),
                place == null ? pending.madeAt() : place.time(),
                me,
                community.name(me),
                said(message),
                true,
                place == null ? Entry.Delivery.PENDING : Entry.Delivery.STORED,
                marks(me, message));
    }

    private Marks marks(MemberId author, @Nullable EventBody body) {
        if (!(body instanceof Calling said)) {
            return Marks.NONE;
        }
        boolean forMe = !author.equals(me) && (said.names(me) || said.callsEveryone());
        if (!(body instanceof Message message)) {
            return forMe ? new Marks(null, true, 0, List.of()) : Marks.NONE;
        }
        List<Marks.File> files =
                message.files().stream().map(file -> new Marks.File(file, 0)).toList();
        return new Marks(message.replyTo(), forMe, 0, List.of(), files);
    }

    /// What the event says, or null if it is erased or of a newer program.
    static @Nullable EventBody body(Event event) {
        Content content = event.signed().content();
        if (content == null) {
            return null;
        }
        try {
            return Frames.decodeBody(event.header().kind(), content.body());
        } catch (Malformed e) {
            return null;
        }
    }

    private Said said(Header header, String author, @Nullable EventBody body, boolean erased) {
        return switch (body) {
            case Message message -> said(message);
            case OnMessage event -> new Said.Done(event, happening(header, author).sentence(event));
            case InChat event -> new Said.Happened(happening(header, author).sentence(event));
            case InCommunity _ -> new Said.Unknown();
            case null -> erased ? new Said.Erased() : new Said.Unknown();
        };
    }

    private Happening happening(Header header, String author) {
        return new Happening(header.author(), author, community::name);
    }

    private static Said said(Message message) {
        return message.action() ? new Said.Action(message.text()) : new Said.Text(message.text());
    }
}

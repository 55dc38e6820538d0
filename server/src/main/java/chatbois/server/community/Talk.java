package chatbois.server.community;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.Header;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Calling;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.event.Kind;
import chatbois.protocol.event.Preview;
import chatbois.protocol.name.Emoji;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import chatbois.server.store.Transaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How messages hang together. The views don't know single messages, so whether an event fits the
/// message that it is about is seen in the store.
final class Talk {
    private static final int LOOKED_AT = 1_000;

    private Talk() {}

    /// The message at that place; refuses if there is none.
    static Event needMessage(Reader store, LogRow log, long seq) {
        return store.event(log, seq)
                .filter(event -> event.header().kind() == Kind.MESSAGE.code())
                .orElseThrow(() -> refused(Code.BAD_REQUEST, "There is no such message here."));
    }

    /// Refuses what is done to no message, to one that is gone, or by who may not.
    static void check(Reader store, LogRow log, Header header, OnMessage event) {
        Event target = needMessage(store, log, event.seq());
        if (target.signed().content() == null) {
            throw isGone();
        }
        MemberId author = target.header().author();
        switch (event) {
            case Described described -> checkDescribed(target, header, described);
            case MessageEdited _ -> {
                if (!author.equals(header.author())) {
                    throw refused(Code.NOT_ALLOWED, "A message is edited by who wrote it only.");
                }
            }
            case MessageDeleted(long _, MemberId by) -> {
                if (!author.equals(by)) {
                    throw refused(Code.BAD_REQUEST, "Somebody else wrote that message.");
                }
            }
            case Reacted reacted -> checkReaction(store, log, header.author(), reacted);
            case ReactionWithdrawn(long seq, Emoji emoji) -> {
                if (!standing(store, log, seq).contains(new Standing(header.author(), emoji))) {
                    throw refused(Code.BAD_REQUEST, "You did not answer with that.");
                }
            }
        }
    }

    private static void checkDescribed(Event target, Header header, Described described) {
        if (!target.header().author().equals(header.author())) {
            throw refused(Code.NOT_ALLOWED, "A file is described by who sent it only.");
        }
        if (!(Community.body(target) instanceof Message message)
                || described.index() >= message.files().size()) {
            throw refused(Code.BAD_REQUEST, "That message has no such attachment.");
        }
    }

    /// Refuses to pin a message that is gone; anything else of a chat can be pinned.
    static void checkPin(Reader store, LogRow log, long seq) {
        boolean gone =
                store.event(log, seq)
                        .filter(event -> event.header().kind() == Kind.MESSAGE.code())
                        .filter(event -> event.signed().content() == null)
                        .isPresent();
        if (gone) {
            throw isGone();
        }
    }

    private static RuntimeException isGone() {
        return refused(Code.BAD_REQUEST, "That message is gone.");
    }

    private static void checkReaction(Reader store, LogRow log, MemberId author, Reacted reacted) {
        Set<Standing> standing = standing(store, log, reacted.seq());
        if (standing.contains(new Standing(author, reacted.emoji()))) {
            throw refused(Code.ALREADY_THERE, "You answered with that already.");
        }
        Set<Emoji> emoji = standing.stream().map(Standing::emoji).collect(Collectors.toSet());
        if (emoji.size() >= Limits.REACTIONS && !emoji.contains(reacted.emoji())) {
            throw refused(
                    Code.TOO_MANY,
                    "A message takes at most " + Limits.REACTIONS + " different emoji.");
        }
    }

    /// A reaction that was not taken back.
    private record Standing(MemberId by, Emoji emoji) {}

    /// The reactions to a message, as far back as is looked.
    private static Set<Standing> standing(Reader store, LogRow log, long seq) {
        Set<Standing> seen = new HashSet<>();
        Set<Standing> standing = new HashSet<>();
        for (Event event : store.reactions(log, seq, seq, seq, Reader.END, LOOKED_AT)) {
            MemberId by = event.header().author();
            switch (Community.body(event)) {
                case Reacted(long _, Emoji emoji) -> {
                    if (seen.add(new Standing(by, emoji))) {
                        standing.add(new Standing(by, emoji));
                    }
                }
                case ReactionWithdrawn(long _, Emoji emoji) -> seen.add(new Standing(by, emoji));
                case EventBody _ -> {}
            }
        }
        return standing;
    }

    /// Refuses a message with a file that its author has not sent whole.
    static void checkFiles(Reader store, Header header, Message message) {
        for (Attachment file : message.files()) {
            checkSent(store, header.author(), file.hash(), file.size(), file.name());
            Preview preview = file.preview();
            if (preview != null) {
                checkSent(store, header.author(), preview.hash(), preview.size(), file.name());
            }
        }
    }

    private static void checkSent(
            Reader store, MemberId author, Bytes32 hash, long size, String name) {
        long sent = store.fileTable().size(author, hash).orElse(0L);
        if (sent != size) {
            throw refused(
                    Code.NO_SUCH_FILE,
                    "The server doesn't have %s from you, or not any more; attach it again."
                            .formatted(name));
        }
    }

    /// Remembers what a message answers, for whom it is meant, and which files came with it.
    static void relate(Transaction store, LogRow log, Header header, Message message, Place at) {
        long seq = at.seq();
        for (Attachment file : message.files()) {
            file.hashes()
                    .forEach(hash ->
                            store.files().attach(log, seq, hash, header.author(), at.time()));
        }
        if (message.replyTo() != null) {
            store.relate(log, message.replyTo(), seq, header.kind());
        }
        call(store, log, header, message, seq);
    }

    /// Remembers what was done to a message; erases what is deleted.
    static void relate(Transaction store, LogRow log, Header header, OnMessage event, long seq) {
        store.relate(log, event.seq(), seq, header.kind());
        switch (event) {
            case MessageDeleted deleted -> store.eraseMessages(log, deleted.seq(), deleted.seq());
            case MessageEdited edited -> call(store, log, header, edited, edited.seq());
            case Reacted _, ReactionWithdrawn _, Described _ -> {}
        }
    }

    /// Remembers for whom a message is meant, from the beginning or from an edit on.
    private static void call(
            Transaction store, LogRow log, Header header, Calling said, long message) {
        List<MemberId> named = said.mentions();
        if (named != null) {
            named.forEach(member -> store.mention(log, message, member, header.author()));
        }
        if (said.callsEveryone()) {
            store.mention(log, message, null, header.author());
        }
    }
}

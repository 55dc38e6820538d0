package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.Calling;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

/// What is refused in messages, and in what is done to them, whoever does it and in which chat.
public final class Messages {
    private Messages() {}

    /// @param seen how many events of the chat the author has seen
    static void check(Message message, long seen) {
        checkSaid(message);
        if (message.replyTo() != null) {
            checkSeen(message.replyTo(), seen, "answered");
        }
        checkMentions(message);
    }

    /// Refuses a text that no message can have, and words that can't describe a file.
    public static void checkSaid(Message message) {
        if (message.files().isEmpty() || !message.text().isEmpty()) {
            checkText(message.text());
        }
        for (Attachment file : message.files()) {
            checkAlt(file.alt() == null ? "" : file.alt());
        }
    }

    /// @param seen how many events of the chat the author has seen
    static void check(OnMessage event, long seen) {
        switch (event) {
            case MessageEdited edited -> {
                checkSeen(edited.seq(), seen, "edited");
                checkText(edited.text());
                checkMentions(edited);
            }
            case MessageDeleted deleted -> checkSeen(deleted.seq(), seen, "deleted");
            case Described described -> {
                checkSeen(described.seq(), seen, "described");
                if (described.index() < 0 || described.index() >= Limits.ATTACHMENTS) {
                    throw refused(Code.BAD_REQUEST, "That message has no such attachment.");
                }
                checkAlt(described.alt());
            }
            case Reacted reacted -> checkSeen(reacted.seq(), seen, "answered");
            case ReactionWithdrawn withdrawn -> checkSeen(withdrawn.seq(), seen, "answered");
        }
    }

    private static void checkSeen(long seq, long seen, String done) {
        if (seq < 1 || seq > seen) {
            throw refused(
                    Code.BAD_REQUEST, "Only what one has seen in this chat can be " + done + ".");
        }
    }

    private static void checkMentions(Calling said) {
        List<MemberId> named = said.mentions();
        if (named == null) {
            return;
        }
        if (named.size() > Limits.MENTIONS) {
            throw refused(
                    Code.TOO_MANY,
                    "A message is for at most " + Limits.MENTIONS + " members by name.");
        }
        if (new HashSet<>(named).size() < named.size()) {
            throw refused(Code.BAD_REQUEST, "A message is for each member once.");
        }
    }

    /// Refuses words that can't describe an attachment.
    public static void checkAlt(String words) {
        if (words.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(
                    Code.BAD_REQUEST,
                    "The description of an attachment is one line without control characters.");
        }
        if (words.codePointCount(0, words.length()) > Limits.ALT) {
            throw refused(
                    Code.TOO_LONG,
                    "The description of an attachment has at most %,d characters."
                            .formatted(Limits.ALT));
        }
    }

    /// Refuses a text that no message can have.
    public static void checkText(String text) {
        if (text.isBlank()) {
            throw refused(Code.BAD_REQUEST, "A message needs a text.");
        }
        if (!Visible.anything(text)) {
            throw refused(
                    Code.BAD_REQUEST,
                    "A message needs something that can be seen; this one has only blanks and"
                            + " invisible characters.");
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > Limits.TEXT) {
            throw refused(
                    Code.TOO_LONG,
                    "A message has at most " + Limits.TEXT + " bytes; send it in parts.");
        }
        if (!new String(utf8, StandardCharsets.UTF_8).equals(text)) {
            throw refused(Code.BAD_REQUEST, "A message's text can't hold half a character.");
        }
    }
}

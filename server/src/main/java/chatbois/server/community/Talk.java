package chatbois.server.community;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Event;
import chatbois.log.Header;
import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.event.Kind;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import chatbois.server.store.Transaction;

/// How messages hang together. The views don't know single messages, so whether an event fits the
/// message that it is about is seen in the store.
final class Talk {
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
            throw refused(Code.BAD_REQUEST, "That message is gone.");
        }
        MemberId author = target.header().author();
        switch (event) {
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
            case Reacted _, ReactionWithdrawn _ -> {}
        }
    }

    /// Remembers what a message answers, and for whom it is meant.
    static void relate(Transaction store, LogRow log, Header header, Message message, long seq) {
        if (message.replyTo() != null) {
            store.relate(log, message.replyTo(), seq, header.kind());
        }
        if (message.mentions() != null) {
            message.mentions().forEach(member -> store.mention(log, seq, member, header.author()));
        }
        if (message.callsEveryone()) {
            store.mention(log, seq, null, header.author());
        }
    }
}

package chatbois.server.net;

import chatbois.log.MemberId;
import chatbois.protocol.Draft;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.view.ChatView;
import chatbois.server.live.Connection;
import chatbois.server.store.Transaction;
import java.util.Optional;

/// What members have written and not sent, kept for their own other devices and told to nobody
/// else. Safe for any thread.
final class Drafts {
    private final Hall hall;

    Drafts(Hall hall) {
        this.hall = hall;
    }

    Reply all(Connection me) {
        return new Reply.DraftList(hall.registry().drafts(me.member()));
    }

    /// It is the writer who looks whether the member is there and wants it kept: between a look
    /// from outside and the writing both could end, and it would be kept for ever.
    Reply keep(Connection me, Draft draft) {
        long time = hall.clock().millis();
        Optional<Refusal> why =
                Conversation.await(
                        hall.writer().change(store -> keep(store, me.member(), draft, time)));
        if (why.isPresent()) {
            throw why.get().asException();
        }
        hall.live().tellOthers(me, new Push.DraftIs(draft));
        return new Reply.Done();
    }

    private Optional<Refusal> keep(Transaction store, MemberId member, Draft draft, long time) {
        try {
            hall.community().lookAtChat(draft.chat(), member, ChatView::chat);
        } catch (Refused e) {
            return Optional.of(e.refusal());
        }
        if (!draft.text().isEmpty() && !hall.privacies().of(member).drafts()) {
            return Optional.of(
                    new Refusal(
                            Code.NOT_ALLOWED,
                            "Your drafts stay on your devices; /privacy drafts on changes that."));
        }
        return store.putDraft(member, draft, time)
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                Code.TOO_MANY,
                                "At most %d drafts are kept here.".formatted(Limits.DRAFTS)));
    }
}

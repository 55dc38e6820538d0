package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import chatbois.protocol.Push;
import chatbois.protocol.Receipt;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Sighting;
import chatbois.protocol.view.ChatView;
import chatbois.protocol.view.Device;
import chatbois.protocol.view.OneLine;
import chatbois.server.live.Connection;
import chatbois.server.store.Block;
import java.util.List;
import java.util.Set;

/// What members let each other know beside what they say. Safe for any thread.
final class Company {
    private final Hall hall;

    Company(Hall hall) {
        this.hall = hall;
    }

    Reply beHere(Connection me, Request.BeHere asked) {
        OneLine.check(asked.words(), Limits.STATUS, "What is said about being away");
        hall.attendance().isHere(me, asked.away() ? asked.words() : null);
        return new Reply.Done();
    }

    Reply see(Connection me, Request.See asked) {
        if (asked.members().size() > Limits.WATCHED) {
            throw refused(Code.TOO_MANY, "Watch at most " + Limits.WATCHED + " members at a time.");
        }
        if (asked.watch()) {
            return new Reply.Sightings(hall.attendance().watch(me, asked.members()));
        }
        return new Reply.Sightings(
                hall.attendance().sightings(asked.members(), me.member()).stream()
                        .filter(sighting -> sighting.state() != Sighting.State.UNKNOWN)
                        .toList());
    }

    Reply markRead(Connection me, Request.MarkRead mark) {
        hall.community().lookAtChat(mark.chat(), me.member(), view -> view.chat());
        if (mark.seq() < 0) {
            throw refused(Code.BAD_REQUEST, "A log's numbers start at 1.");
        }
        read(me, mark);
        long marked = Conversation.await(hall.writer().mark(mark.chat(), me.member(), mark.seq()));
        int unread = hall.summaries().unread(mark.chat(), marked, me.member());
        int mentions = hall.summaries().mentions(mark.chat(), marked, me.member());
        hall.live().tellOthers(me, new Push.Marked(mark.chat(), marked, unread, mentions));
        return new Reply.Done();
    }

    /// One's client says that the member has read a chat up to there. Only that counts for others:
    /// what was said before one came in is not unread, but nobody has read it by that. Of larger
    /// chats nothing is kept, since nothing would be told.
    private void read(Connection me, Request.MarkRead mark) {
        boolean counts =
                hall.privacies().of(me.member()).receipts()
                        && hall.community().lookAtChat(mark.chat(), me.member(), Company::isSmall);
        if (counts) {
            hall.privacies().read(mark.chat(), new Receipt(me.member(), mark.seq()));
        }
    }

    private static boolean isSmall(ChatView chat) {
        return chat.members().size() <= Limits.SMALL_CHAT;
    }

    /// How far others in a small chat have read it, among those who let it be told.
    Reply receipts(Connection me, LogId chat) {
        MemberId member = me.member();
        Set<MemberId> others =
                hall.community()
                        .lookAtChat(
                                chat,
                                member,
                                view -> isSmall(view) ? Set.copyOf(view.members()) : Set.of());
        if (others.isEmpty() || !hall.privacies().of(member).receipts()) {
            return new Reply.Receipts(List.of());
        }
        return new Reply.Receipts(
                hall.registry().receipts(chat).stream()
                        .filter(read -> isTold(read.member(), member, others))
                        .toList());
    }

    private boolean isTold(MemberId reader, MemberId to, Set<MemberId> inChat) {
        return !reader.equals(to)
                && inChat.contains(reader)
                && hall.privacies().of(reader).receipts()
                && !hall.blocks().isBlocking(to, reader)
                && !hall.blocks().isBlocking(reader, to);
    }

    Reply privacy(Connection me) {
        return new Reply.PrivacyIs(hall.privacies().of(me.member()));
    }

    Reply set(Connection me, Privacy wish) {
        MemberId member = me.member();
        List<VerifyKey> devices =
                hall.community().look(view -> view.needMember(member)).devices().stream()
                        .map(Device::key)
                        .toList();
        Conversation.await(hall.privacies().set(member, wish, devices));
        hall.attendance().changed(member);
        hall.live().tellOthers(me, new Push.PrivacyIs(wish));
        return new Reply.Done();
    }

    Reply block(Connection me, MemberId other, boolean on) {
        Block block = new Block(me.member(), other);
        if (on) {
            hall.community().look(view -> view.needMember(other));
            Conversation.await(hall.blocks().block(block));
        } else {
            Conversation.await(hall.blocks().unblock(block));
        }
        hall.attendance().changed(me.member());
        hall.live().tellOthers(me, new Push.Blocked(hall.blocks().of(me.member())));
        return new Reply.Done();
    }
}

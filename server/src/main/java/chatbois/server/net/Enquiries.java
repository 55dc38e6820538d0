package chatbois.server.net;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Push;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Role;
import chatbois.server.live.Connection;
import java.util.List;
import java.util.Set;

/// What a member asks and nothing changes by. Safe for any thread.
final class Enquiries {
    private final Hall hall;

    Enquiries(Hall hall) {
        this.hall = hall;
    }

    /// Who is connected, of those who let it be known.
    Reply online(Connection me) {
        return new Reply.Online(
                hall.live().online().stream().filter(member -> isShown(member, me)).toList());
    }

    /// Whoever may see addresses, to keep some out, sees all connections.
    Reply presences(Connection me, Role role) {
        boolean details = role.permissions().contains(Permission.SEE_ADDRESSES);
        return new Reply.PresenceList(
                hall.live().presences(details).stream()
                        .filter(presence -> details || isShown(presence.member(), me))
                        .toList());
    }

    private boolean isShown(MemberId member, Connection to) {
        return member.equals(to.member()) || hall.sight().isShown(member, to.member());
    }

    Reply members(Connection me, LogId chat) {
        return hall.community()
                .lookAtChat(
                        chat,
                        me.member(),
                        view ->
                                new Reply.MemberList(
                                        List.copyOf(view.members()),
                                        view.roles().values().stream().map(ChatRole::word).toList(),
                                        List.copyOf(view.invited())));
    }

    Reply details(Connection me, LogId chat) {
        long now = hall.clock().millis();
        return hall.community()
                .lookAtChat(
                        chat,
                        me.member(),
                        view ->
                                new Reply.ChatDetails(
                                        view.settings().description(),
                                        view.settings().slowSeconds(),
                                        view.pins(),
                                        view.links(me.member(), now)));
    }

    /// Tells it to who follows the chat, but to nobody who takes nothing from the member.
    Reply typing(Connection me, Request.Typing typing) {
        long time = hall.clock().millis();
        MemberId member = me.member();
        if (typing.now()) {
            hall.community().checkMaySay(typing.chat(), member, time);
        }
        if (hall.typists().isToBeTold(typing.chat(), member, typing.now(), time)) {
            hall.live()
                    .hint(
                            typing.chat(),
                            new Push.Typing(typing.chat(), member, typing.now()),
                            other ->
                                    !other.equals(member)
                                            && !hall.blocks().isBlocking(other, member));
        }
        return new Reply.Done();
    }

    Reply suggest(Connection me, Request.Suggest typed) {
        Set<MemberId> blocked = Set.copyOf(hall.blocks().of(me.member()));
        return hall.suggestions().best(me.member(), blocked, typed);
    }
}

package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.DirectChat;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.ChatCreated;
import java.util.HashSet;
import java.util.Set;

/// What a chat's first event must be.
record ChatBirth(LogId community, Header header, ChatCreated event) {
    void check(CommunityView all, long time) {
        if (event.members().size() > Limits.NEW_CHAT_MEMBERS) {
            throw refused(
                    Code.TOO_MANY,
                    "A chat begins with at most "
                            + Limits.NEW_CHAT_MEMBERS
                            + " members; invite the others afterwards.");
        }
        Set<MemberId> distinct = new HashSet<>(event.members());
        if (distinct.size() != event.members().size() || !distinct.contains(header.author())) {
            throw refused(
                    Code.BAD_REQUEST, "A chat's maker is one of its members, and nobody is twice.");
        }
        for (MemberId member : distinct) {
            checkExists(member, all, time);
        }
        checkShape(distinct);
    }

    private void checkShape(Set<MemberId> distinct) {
        if (!event.direct()) {
            if (event.name() == null) {
                throw refused(Code.BAD_REQUEST, "A chat needs a name.");
            }
            if (!GroupChat.id(community, header.author(), header.commitment())
                    .equals(header.log())) {
                throw refused(Code.BAD_REQUEST, "A chat's id comes out of its first event.");
            }
            return;
        }
        MemberId[] two = distinct.toArray(MemberId[]::new);
        if (event.name() != null
                || two.length != 2
                || !DirectChat.id(community, two[0], two[1]).equals(header.log())) {
            throw refused(
                    Code.BAD_REQUEST,
                    "A direct chat has two members, no name and an id of its own.");
        }
    }

    static void checkExists(MemberId member, CommunityView all, long time) {
        if (all.memberAt(member, time).isEmpty()) {
            throw refused(Code.NO_SUCH_MEMBER, "Nobody here has the id " + member + ".");
        }
    }
}

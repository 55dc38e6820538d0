package chatbois.client.session;

import chatbois.log.Event;
import chatbois.log.MemberId;
import chatbois.protocol.ChatState;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.name.ChatName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an event makes of a chat's entry in the list, seen by this member.
record Changes(MemberId me) {
    /// The entry after an event that the server's answer did not know of yet.
    ChatSummary after(ChatSummary before, Event event, @Nullable EventBody body) {
        ChatState state = before.state();
        if (event.seq() <= state.asOf() || !(body instanceof EventBody.InChat known)) {
            return before;
        }
        ChatName name =
                known instanceof ChatChanged change && change.name() != null
                        ? change.name()
                        : before.name();
        return new ChatSummary(
                before.chat(),
                name,
                before.with(),
                before.members() + more(known),
                after(state, event.seq(), known),
                before.size(),
                before.lastTime(),
                before.readUpTo(),
                before.unread(),
                before.mentions());
    }

    private static int more(EventBody.InChat body) {
        return switch (body) {
            case EventBody.ChatJoined _, EventBody.ChatJoinedByLink _ -> 1;
            case EventBody.ChatLeft _, EventBody.ChatMemberRemoved _ -> -1;
            case EventBody.ChatCreated _,
                    EventBody.MemberInvited _,
                    EventBody.InvitationTakenBack _,
                    EventBody.ChatRoleGiven _,
                    EventBody.ChatLinkMade _,
                    EventBody.ChatLinkRevoked _,
                    EventBody.MessagePinned _,
                    EventBody.MessageUnpinned _,
                    EventBody.OnMessage _,
                    EventBody.ChatRetentionSet _,
                    EventBody.ChatDeleted _,
                    EventBody.Message _,
                    ChatChanged _ ->
                    0;
        };
    }

    private ChatState after(ChatState before, long seq, EventBody.InChat body) {
        String role = newRole(body).orElse(before.role());
        return body instanceof ChatChanged change
                ? new ChatState(
                        orElse(change.topic(), before.topic()),
                        orElse(change.publicly(), before.publicly()),
                        orElse(change.archived(), before.archived()),
                        role,
                        seq)
                : new ChatState(before.topic(), before.publicly(), before.archived(), role, seq);
    }

    /// What this member is from now on, if that changes.
    Optional<String> newRole(@Nullable EventBody body) {
        return body instanceof EventBody.ChatRoleGiven(MemberId member, String role)
                        && member.equals(me)
                ? Optional.of(role)
                : Optional.empty();
    }

    private static <T> T orElse(@Nullable T changed, T now) {
        return changed == null ? now : changed;
    }
}

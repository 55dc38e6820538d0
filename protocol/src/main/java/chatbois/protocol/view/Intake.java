package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatJoinedByLink;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatLinkMade;
import chatbois.protocol.event.EventBody.ChatLinkRevoked;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRetentionSet;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.InvitationTakenBack;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;

/// What a direct or an archived chat takes.
final class Intake {
    private Intake() {}

    /// Refuses what a direct or an archived chat doesn't take.
    static void check(boolean direct, boolean archived, EventBody.InChat body) {
        if (direct && !goesInDirectChat(body)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "A direct chat is for two, and takes messages and pins only; /new makes a chat"
                            + " for more.");
        }
        if (archived && !goesInArchivedChat(body)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "This chat is archived and can only be read; its owner can /unarchive it.");
        }
    }

    private static boolean goesInDirectChat(EventBody.InChat body) {
        return body instanceof Message
                || body instanceof OnMessage
                || body instanceof MessagePinned
                || body instanceof MessageUnpinned;
    }

    private static boolean goesInArchivedChat(EventBody.InChat body) {
        return switch (body) {
            case ChatLeft _,
                    InvitationTakenBack _,
                    ChatMemberRemoved _,
                    ChatRoleGiven _,
                    ChatLinkRevoked _,
                    MessageDeleted _,
                    ChatDeleted _ ->
                    true;
            case ChatChanged changed -> changed.archived() != null && !changed.archived();
            case ChatRetentionSet _,
                    ChatCreated _,
                    MemberInvited _,
                    ChatJoined _,
                    ChatJoinedByLink _,
                    ChatLinkMade _,
                    Message _,
                    MessageEdited _,
                    Reacted _,
                    ReactionWithdrawn _,
                    Described _,
                    MessagePinned _,
                    MessageUnpinned _ ->
                    false;
        };
    }
}

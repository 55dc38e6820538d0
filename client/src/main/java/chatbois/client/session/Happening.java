package chatbois.client.session;

import chatbois.log.MemberId;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What happened in a chat, as a sentence without the full stop.
///
/// @param author the author's name
/// @param names what members are called
record Happening(MemberId authorId, String author, Function<MemberId, String> names) {
    /// What an event tells that says nothing itself.
    String sentence(EventBody.InChat body) {
        return author
                + " "
                + switch (body) {
                    case EventBody.ChatCreated _ -> "made this chat";
                    case EventBody.MemberInvited event -> "invited " + name(event.member());
                    case EventBody.ChatJoined _ -> "came in";
                    case EventBody.ChatJoinedByLink _ -> "came in by a link";
                    case EventBody.ChatLeft _ -> "left";
                    case ChatChanged event -> String.join(", ", changes(event));
                    case EventBody.InvitationTakenBack event ->
                            "took back the invitation of " + name(event.member());
                    case ChatMemberRemoved event ->
                            "removed " + name(event.member()) + because(event.reason());
                    case ChatRoleGiven event -> role(event);
                    case EventBody.ChatLinkMade _ -> "made a link into this chat";
                    case EventBody.ChatLinkRevoked _ -> "called back a link into this chat";
                    case EventBody.MessagePinned event -> "pinned message " + event.seq();
                    case EventBody.MessageUnpinned event -> "unpinned message " + event.seq();
                    case EventBody.ChatRetentionSet event -> "had messages kept " + kept(event);
                    case EventBody.ChatDeleted _ -> "deleted this chat";
                    case EventBody.OnMessage event -> done(event);
                    case EventBody.Message _ -> "said something";
                };
    }

    /// What somebody did to a message, without their name.
    private static String done(EventBody.OnMessage event) {
        return switch (event) {
            case EventBody.MessageEdited edited ->
                    "edited message " + edited.seq() + ": " + edited.text();
            case EventBody.Described(long seq, _, String words) ->
                    "described a file of message "
                            + seq
                            + (words.isBlank() ? " no more" : ": " + words);
            case EventBody.MessageDeleted deleted -> "deleted message " + deleted.seq();
            case EventBody.Reacted(long seq, Emoji emoji) ->
                    "answered message " + seq + " with " + emoji;
            case EventBody.ReactionWithdrawn(long seq, Emoji emoji) ->
                    "took " + emoji + " back from message " + seq;
        };
    }

    private static String kept(EventBody.ChatRetentionSet event) {
        Integer days = event.days();
        if (days == null) {
            return "here as long as everywhere";
        }
        return "here " + (days == 0 ? "for ever" : "for " + days + " days");
    }

    private String name(MemberId member) {
        return names.apply(member);
    }

    static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }

    private String role(ChatRoleGiven event) {
        return event.member().equals(authorId)
                ? "is " + event.role() + " here now"
                : "made " + name(event.member()) + " " + event.role() + " here";
    }

    private static List<String> changes(ChatChanged event) {
        List<String> changes = new ArrayList<>();
        ChatName name = event.name();
        if (name != null) {
            changes.add("renamed this chat to " + name.value());
        }
        String topic = event.topic();
        if (topic != null) {
            changes.add(topic.isEmpty() ? "took the topic away" : "set the topic: " + topic);
        }
        if (event.description() != null) {
            changes.add("changed the description");
        }
        addSwitches(changes, event);
        return changes;
    }

    private static void addSwitches(List<String> changes, ChatChanged event) {
        Boolean publicly = event.publicly();
        if (publicly != null) {
            changes.add(publicly ? "made this chat public" : "made this chat private");
        }
        Boolean archived = event.archived();
        if (archived != null) {
            changes.add(archived ? "archived this chat" : "took this chat out of the archive");
        }
        Integer slow = event.slowSeconds();
        if (slow != null) {
            changes.add(
                    slow == 0
                            ? "ended slow mode"
                            : "set slow mode: one message every " + slow + " seconds");
        }
    }
}

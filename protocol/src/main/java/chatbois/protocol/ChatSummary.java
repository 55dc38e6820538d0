package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.name.ChatName;
import org.jspecify.annotations.Nullable;

/// One of a member's chats, as a list shows it.
///
/// @param name null for a direct chat
/// @param with the other member of a direct chat, else null
/// @param size how many events the chat's log has
/// @param lastTime the server's time of the last event, milliseconds since 1970
/// @param readUpTo the last event that the member has read, on any device
/// @param unread messages by others after that, counted up to 1,000
/// @param mentions those of them that are meant for the member, by name or as everybody
public record ChatSummary(
        LogId chat,
        @Nullable ChatName name,
        @Nullable MemberId with,
        int members,
        ChatState state,
        long size,
        long lastTime,
        long readUpTo,
        int unread,
        int mentions) {
    public static final int MOST_UNREAD = 1_000;

    /// The same chat with other numbers.
    public ChatSummary counted(
            long events, long newest, long read, int unreadNow, int mentionsNow) {
        return new ChatSummary(
                chat, name, with, members, state, events, newest, read, unreadNow, mentionsNow);
    }
}

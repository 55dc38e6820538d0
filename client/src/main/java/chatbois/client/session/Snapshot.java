package chatbois.client.session;

import chatbois.client.home.Broken;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.ChatState;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Member;
import chatbois.protocol.view.PlannedEnd;
import chatbois.protocol.view.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One community at one moment, for showing.
///
/// @param roles the highest first
/// @param chats the one with the newest event first
/// @param blocked whom this member takes nothing from
/// @param pending events of ours that wait for their acknowledgement, in all chats
/// @param notices the newest, oldest first
/// @param broken the report, if the community's own history is not what it was; until it is
///   dismissed there is no connection
/// @param plannedEnd when the server ends, if that is planned
/// @param around what goes on around the member
public record Snapshot(
        SessionState state,
        LogId community,
        String name,
        Member me,
        List<Member> members,
        List<Role> roles,
        Settings settings,
        List<ChatInfo> chats,
        List<InvitationInfo> invitations,
        Set<MemberId> blocked,
        int pending,
        List<Notice> notices,
        @Nullable Broken broken,
        @Nullable PlannedEnd plannedEnd,
        Around around) {

    /// A chat in the list.
    ///
    /// @param title the chat's name, with a mark behind it if others are called so, too; of a
    ///   direct chat the other's name
    /// @param with the other in a direct chat
    /// @param members how many are in it
    /// @param state its topic, what it is set to, and what this member is in it
    /// @param size how many events it has
    /// @param lastTime the server's time of the newest event
    /// @param readUpTo the last event that was read, on any client
    /// @param unread messages by others after that
    /// @param mentions those of them that are meant for this member
    /// @param broken the report, if the chat's history is not what it was
    public record ChatInfo(
            LogId id,
            String title,
            boolean direct,
            @Nullable MemberId with,
            int members,
            ChatState state,
            long size,
            long lastTime,
            long readUpTo,
            int unread,
            int mentions,
            int pending,
            @Nullable Broken broken) {
        /// Whether somebody who typed that may mean it: in any case, with the mark or without.
        public boolean isCalled(String typed) {
            return Titles.isCalled(title, id, typed);
        }

        ChatInfo called(String otherwise) {
            return new ChatInfo(
                    id, otherwise, direct, with, members, state, size, lastTime, readUpTo, unread,
                    mentions, pending, broken);
        }
    }

    /// A chat that the member may join.
    ///
    /// @param title the chat's name, with a mark behind it if others are called so, too
    /// @param by the name of who invited
    public record InvitationInfo(LogId chat, String title, String by) {
        /// Whether somebody who typed that may mean it: in any case, with the mark or without.
        public boolean isCalled(String typed) {
            return Titles.isCalled(title, chat, typed);
        }
    }

    /// The others in chats for two.
    public List<MemberId> partners() {
        return chats.stream().flatMap(chat -> Stream.ofNullable(chat.with())).toList();
    }

    /// Unread messages in all chats that are meant for this member.
    public int mentions() {
        return chats.stream().mapToInt(ChatInfo::mentions).sum();
    }

    /// Unread messages in all chats.
    public int unread() {
        return chats.stream().mapToInt(ChatInfo::unread).sum();
    }
}

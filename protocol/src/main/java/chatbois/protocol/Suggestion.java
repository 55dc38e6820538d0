package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.name.ChatName;
import org.jspecify.annotations.Nullable;

/// A member or a chat that somebody may have meant.
///
/// @param member the member, or the other one of a direct chat; null for every other chat
/// @param chat null for a member
/// @param name null for a member and for a direct chat
public record Suggestion(@Nullable MemberId member, @Nullable LogId chat, @Nullable ChatName name) {
    /// What is looked for.
    public enum Sort {
        /// Members of the community, but not whoever asks.
        MEMBER,
        /// Chats that whoever asks is in or invited to.
        CHAT
    }
}

package chatbois.server.community;

import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.view.MemberWatch;
import org.jspecify.annotations.Nullable;

/// Hears at once of every name that is for everybody's eyes: of members, and of public chats.
/// Called under the community's write lock; must not wait.
public interface NameWatch extends MemberWatch {
    /// @param before null if the chat was not public
    /// @param after null if it is not public any more
    void openChat(LogId chat, @Nullable ChatName before, @Nullable ChatName after);
}

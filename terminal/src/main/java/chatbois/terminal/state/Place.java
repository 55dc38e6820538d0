package chatbois.terminal.state;

import chatbois.log.LogId;
import org.jspecify.annotations.Nullable;

/// Where the member is: a chat, one that they are invited to, or the community itself; perhaps a
/// thread of that chat.
///
/// @param thread a message of the thread; 0 for the whole chat
public record Place(LogId community, @Nullable LogId chat, long thread) {
    public Place(LogId community, @Nullable LogId chat) {
        this(community, chat, 0);
    }

    public boolean isThread() {
        return thread != 0;
    }

    /// The chat that the thread is in.
    public Place whole() {
        return new Place(community, chat);
    }

    /// A thread of this chat.
    Place thread(long seq) {
        return new Place(community, chat, seq);
    }
}

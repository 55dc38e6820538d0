package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the member is while typing: a community, and a chat of it unless there is none yet.
public record Spot(Session session, @Nullable LogId chat) {
    /// What the list says of the chat; nothing if there is none or the member is in it no more.
    public Optional<ChatInfo> info() {
        return session.snapshot().chats().stream()
                .filter(info -> info.id().equals(chat))
                .findFirst();
    }
}

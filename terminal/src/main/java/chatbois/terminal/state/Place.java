package chatbois.terminal.state;

import chatbois.log.LogId;
import org.jspecify.annotations.Nullable;

/// Where the member is: a chat, one that they are invited to, or the community itself.
public record Place(LogId community, @Nullable LogId chat) {}

package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;

/// A chat that everybody in the community may come into.
///
/// @param topic empty for none
public record PublicChat(LogId chat, ChatName name, String topic, int members) {}

package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.name.ChatName;

/// A chat that a member may join.
///
/// @param by who invited
/// @param authorSeq the last number that this device used in the chat's log, 0 for none
public record Invitation(LogId chat, ChatName name, MemberId by, long authorSeq) {}

package chatbois.protocol;

import chatbois.log.MemberId;

/// How far a member has read a chat, by what one of their clients said.
///
/// @param seq the last event that was read
public record Receipt(MemberId member, long seq) {}

package chatbois.server.community;

import chatbois.log.LogId;

/// The bodies of a deleted chat's messages that are still to be erased.
///
/// @param from the event to go on with
record Erasure(LogId chat, long from) {}

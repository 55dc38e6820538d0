package chatbois.client.session;

import chatbois.log.LogId;
import chatbois.log.MemberId;

/// Somebody who is typing in a chat.
///
/// @param until when that is over if it isn't told again, milliseconds since 1970
public record Typist(LogId chat, MemberId member, String name, long until) {
    static final long HOLDS_MILLIS = 6_000;
}

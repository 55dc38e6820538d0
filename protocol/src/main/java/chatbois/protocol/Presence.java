package chatbois.protocol;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import org.jspecify.annotations.Nullable;

/// One connection of a member. Times are the server's, milliseconds since 1970.
///
/// @param since when it was made
/// @param idleSince when the member's client asked for something last
/// @param device null for those who may not see it
/// @param address null for those who may not see it
public record Presence(
        MemberId member,
        long since,
        long idleSince,
        @Nullable VerifyKey device,
        @Nullable String address) {}

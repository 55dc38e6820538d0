package chatbois.protocol;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;

/// A link into a chat that still lets somebody in. Its code is known only to who made it.
///
/// @param expires milliseconds since 1970; 0 means never
public record OpenLink(VerifyKey link, MemberId maker, int usesLeft, long expires) {}

package chatbois.protocol.view;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.right.Role;

/// An invite that still lets somebody in. Its code is known only to who made it.
///
/// @param expires milliseconds since 1970; 0 means never
public record OpenInvite(VerifyKey invite, MemberId maker, int usesLeft, long expires, Role role) {}

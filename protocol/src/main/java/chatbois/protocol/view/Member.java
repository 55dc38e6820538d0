package chatbois.protocol.view;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.name.MemberName;

/// A member of the community.
///
/// @param owner whether the member runs the community
public record Member(MemberId id, MemberName name, VerifyKey device, boolean owner) {}

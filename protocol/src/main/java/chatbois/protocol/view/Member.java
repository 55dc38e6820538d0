package chatbois.protocol.view;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;

/// A member of the community.
public record Member(MemberId id, MemberName name, VerifyKey device, Role role) {
    /// The name, and the role if it is not what everybody has.
    public String nameAndRole() {
        return role.equals(Role.MEMBER) ? name.value() : name.value() + " (" + role.name() + ")";
    }
}

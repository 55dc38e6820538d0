package chatbois.protocol;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.name.MemberName;
import java.util.List;

/// What a member's device tells a new one of the member, where the server can't listen.
///
/// @param name the community's
/// @param addresses where the server may be, best first
/// @param server the server's key
/// @param tlsKey SHA-256 of the TLS key's SubjectPublicKeyInfo, as the member's device sees it
public record Introduction(
        LogId community,
        String name,
        List<Address> addresses,
        MemberId member,
        MemberName memberName,
        VerifyKey server,
        long epoch,
        Bytes32 tlsKey) {
    public Introduction {
        addresses = List.copyOf(addresses);
    }
}

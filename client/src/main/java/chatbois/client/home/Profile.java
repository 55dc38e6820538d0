package chatbois.client.home;

import chatbois.client.home.Lines.Line;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Address;
import chatbois.protocol.name.MemberName;
import java.util.ArrayList;
import java.util.List;

/// One membership: in which community, where its server is and by what it is known, and who the
/// member is there.
///
/// @param name the community's name as last seen
/// @param addresses where the server may be, best first
/// @param server the server's key, pinned at the first contact
/// @param joined false while it isn't known yet whether the server took the member in
public record Profile(
        LogId community,
        String name,
        List<Address> addresses,
        MemberId member,
        MemberName memberName,
        VerifyKey server,
        long epoch,
        boolean joined) {
    private static final String TITLE = "chatbois profile 1";

    public Profile {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new Malformed("a community has at least one address");
        }
    }

    /// The same membership, and the server has taken the member in.
    public Profile asJoined() {
        return new Profile(
                community, name, addresses, member, memberName, server, epoch, /* joined= */ true);
    }

    public Profile withName(String newName) {
        return new Profile(
                community, newName, addresses, member, memberName, server, epoch, joined);
    }

    byte[] encode() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("community", community.toString()));
        lines.add(new Line("name", name));
        for (Address address : addresses) {
            lines.add(new Line("address", address.toString()));
        }
        lines.add(new Line("member", member.toString()));
        lines.add(new Line("member-name", memberName.value()));
        lines.add(new Line("server", server.toString()));
        lines.add(new Line("epoch", Long.toString(epoch)));
        lines.add(new Line("joined", joined ? "yes" : "no"));
        return new Lines(TITLE, lines).encode();
    }

    static Profile decode(byte[] file) {
        Lines lines = Lines.parse(TITLE, file);
        return new Profile(
                LogId.parse(lines.one("community")),
                lines.one("name"),
                lines.all("address").stream().map(Address::parse).toList(),
                MemberId.parse(lines.one("member")),
                new MemberName(lines.one("member-name")),
                VerifyKey.parse(lines.one("server")),
                Long.parseLong(lines.one("epoch")),
                lines.one("joined").equals("yes"));
    }
}

package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.DeviceProof;
import chatbois.protocol.event.EventBody.DeviceLinked;
import chatbois.protocol.event.EventBody.DeviceReturned;
import chatbois.protocol.event.EventBody.DeviceRevoked;
import chatbois.protocol.event.EventBody.MemberReset;
import chatbois.protocol.event.EventBody.RecoverySet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which devices come to a member and go, and the keys with which a member comes back who has none:
/// one on paper, which the member made, and one of a reset, which is good once. Not thread-safe.
final class Devices {
    private final LogId community;
    private final Roster roster;
    private final Map<MemberId, VerifyKey> paper = new HashMap<>();
    private final Map<MemberId, VerifyKey> once = new HashMap<>();
    private final Map<VerifyKey, MemberId> byKey = new HashMap<>();

    Devices(LogId community, Roster roster) {
        this.community = community;
        this.roster = roster;
    }

    Optional<VerifyKey> paperKey(MemberId member) {
        return Optional.ofNullable(paper.get(member));
    }

    /// Who comes back with that key.
    Optional<Member> comesBackWith(VerifyKey key) {
        return Optional.ofNullable(byKey.get(key)).flatMap(roster::present);
    }

    void checkLinked(Member author, DeviceLinked linked) {
        checkNew(author, linked.device(), linked.label());
        if (!DeviceProof.isLink(linked.device(), linked.proof(), community, author.id())) {
            throw refused(Code.BAD_SIGNATURE, "The new device did not agree to be linked.");
        }
    }

    private void checkNew(Member member, VerifyKey device, String label) {
        OneLine.check(label, Limits.DEVICE_LABEL, "A device's name");
        if (label.isBlank()) {
            throw refused(Code.BAD_REQUEST, "A device needs a name.");
        }
        if (roster.withDevice(device).isPresent()) {
            throw refused(
                    Code.ALREADY_THERE,
                    "This device belongs or belonged to a member; make a new key.");
        }
        if (member.liveDevices().size() >= Limits.DEVICES) {
            throw refused(
                    Code.TOO_MANY,
                    "You have %d devices, and nobody can have more; /unlink one first."
                            .formatted(Limits.DEVICES));
        }
        if (member.devices().size() >= Limits.DEVICES_EVER) {
            throw refused(
                    Code.TOO_MANY,
                    "You have had %d devices, and nobody can have more."
                            .formatted(Limits.DEVICES_EVER));
        }
    }

    /// Refuses members who would lock themselves out.
    void checkRevoked(Member author, Member target, DeviceRevoked revoked) {
        if (target.device(revoked.device()).filter(Device::isLive).isEmpty()) {
            throw refused(
                    Code.UNKNOWN_DEVICE, "%s has no such device.".formatted(target.name().value()));
        }
        if (author.id().equals(target.id()) && target.liveDevices().size() == 1) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "That is your last device, and without it you are locked out; link another one"
                            + " first with /link, or end your membership with /leave-community.");
        }
    }

    void checkRecovery(RecoverySet set) {
        checkFresh(set.key());
    }

    void checkReset(MemberReset reset) {
        checkFresh(reset.key());
    }

    private void checkFresh(VerifyKey key) {
        if (byKey.containsKey(key) || roster.withDevice(key).isPresent()) {
            throw refused(Code.ALREADY_THERE, "This key is in use already; make a new one.");
        }
    }

    /// The member who comes back; refuses whoever can't prove it.
    Member checkReturned(Header header, DeviceReturned returned) {
        Member member =
                comesBackWith(returned.key())
                        .filter(found -> found.id().equals(header.author()))
                        .filter(_ -> isGenuine(header, returned))
                        .orElseThrow(Devices::unknownKey);
        checkNew(member, header.device(), returned.label());
        return member;
    }

    private boolean isGenuine(Header header, DeviceReturned returned) {
        return DeviceProof.isComeBack(
                returned.key(), returned.proof(), community, header.author(), header.device());
    }

    static RuntimeException unknownKey() {
        return refused(
                Code.INVITE_UNKNOWN,
                "Nobody comes back with that here: it was used, replaced or mistyped. Use your"
                        + " newest paper key, or ask an admin for a /reset.");
    }

    void link(MemberId author, DeviceLinked linked, long time) {
        add(author, new Device(linked.device(), linked.label(), time, 0, null), time);
    }

    private void add(MemberId member, Device device, long time) {
        roster.present(member).ifPresent(now -> roster.put(now.withDevice(device), time));
    }

    void revoke(Member target, DeviceRevoked revoked, long time) {
        roster.put(target.withDevice(revoked.device(), device -> device.endedAt(time)), time);
    }

    void setRecovery(MemberId author, RecoverySet set) {
        replace(paper, author, set.key());
    }

    void reset(Member target, MemberReset reset, long time) {
        roster.put(target.withoutDevices(time), time);
        forget(paper.remove(target.id()));
        replace(once, target.id(), reset.key());
    }

    void comeBack(Header header, DeviceReturned returned, long time) {
        MemberId member = header.author();
        add(member, new Device(header.device(), returned.label(), time, 0, null), time);
        if (once.remove(member, returned.key())) {
            byKey.remove(returned.key());
        }
    }

    private void replace(Map<MemberId, VerifyKey> keys, MemberId member, VerifyKey key) {
        forget(keys.put(member, key));
        byKey.put(key, member);
    }

    private void forget(@Nullable VerifyKey key) {
        if (key != null) {
            byKey.remove(key);
        }
    }
}

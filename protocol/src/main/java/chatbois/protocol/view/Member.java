package chatbois.protocol.view;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A member of the community, now or once.
///
/// @param status what the member says about being here; may be empty
/// @param devices all that ever spoke for the member, the oldest first
/// @param ban what keeps the member out, over or not; null for none
/// @param mute what keeps the member silent, over or not; null for none
/// @param gone whether the member left or was removed
public record Member(
        MemberId id,
        MemberName name,
        String status,
        Role role,
        List<Device> devices,
        @Nullable Sanction ban,
        @Nullable Sanction mute,
        boolean gone) {
    /// Stands behind the name of who is no member any more; no name has a blank in it.
    public static final String GONE = " (gone)";

    public Member {
        devices = List.copyOf(devices);
    }

    /// A newcomer with a device.
    public static Member newcomer(
            MemberId id, MemberName name, Role role, VerifyKey device, long since) {
        return new Member(
                id, name, "", role, List.of(Device.first(device, since)), null, null, false);
    }

    /// The name, and the role if it is not what everybody has.
    public String nameAndRole() {
        return role.equals(Role.MEMBER) ? name.value() : name.value() + " (" + role.name() + ")";
    }

    /// The name as it stands beside what was said.
    public String shownName() {
        return gone ? name.value() + GONE : name.value();
    }

    /// The devices that speak for the member now.
    public List<Device> liveDevices() {
        return devices.stream().filter(Device::isLive).toList();
    }

    public Optional<Device> device(VerifyKey key) {
        return devices.stream().filter(device -> device.key().equals(key)).findFirst();
    }

    /// Whether a ban keeps the member out at that time.
    public boolean isBanned(long time) {
        return ban != null && !ban.isOver(time);
    }

    /// Whether a mute keeps the member silent at that time.
    public boolean isMuted(long time) {
        return mute != null && !mute.isOver(time);
    }

    Member withName(MemberName now) {
        return new Member(id, now, status, role, devices, ban, mute, gone);
    }

    Member withStatus(String now) {
        return new Member(id, name, now, role, devices, ban, mute, gone);
    }

    Member withRole(Role now) {
        return new Member(id, name, status, now, devices, ban, mute, gone);
    }

    Member withBan(@Nullable Sanction now) {
        return new Member(id, name, status, role, devices, now, mute, gone);
    }

    Member withMute(@Nullable Sanction now) {
        return new Member(id, name, status, role, devices, ban, now, gone);
    }

    Member withDevice(Device added) {
        List<Device> all = new ArrayList<>(devices);
        all.add(added);
        return withDevices(all);
    }

    /// Changes one device.
    Member withDevice(VerifyKey key, UnaryOperator<Device> change) {
        return withDevices(
                devices.stream().map(d -> d.key().equals(key) ? change.apply(d) : d).toList());
    }

    private Member withDevices(List<Device> now) {
        return new Member(id, name, status, role, now, ban, mute, gone);
    }

    /// Without a live device any more.
    Member withoutDevices(long time) {
        return withDevices(devices.stream().map(device -> device.endedAt(time)).toList());
    }

    Member goneAt(long time) {
        return new Member(
                id, name, "", role, withoutDevices(time).devices(), ban, mute, /* gone= */ true);
    }
}

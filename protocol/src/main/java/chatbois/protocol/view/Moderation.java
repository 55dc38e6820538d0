package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.DeviceBanned;
import chatbois.protocol.event.EventBody.DeviceRevoked;
import chatbois.protocol.event.EventBody.DeviceUnbanned;
import chatbois.protocol.event.EventBody.MemberBanned;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.event.EventBody.MemberMuted;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberRenamed;
import chatbois.protocol.event.EventBody.MemberReset;
import chatbois.protocol.event.EventBody.MemberUnbanned;
import chatbois.protocol.event.EventBody.MemberUnmuted;
import chatbois.protocol.event.EventBody.OnMember;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What members do to members. Not thread-safe.
final class Moderation {
    /// Why those were removed who were, as the log says; as many as there were members at most.
    private final Map<MemberId, String> removed = new HashMap<>();

    private final Roster roster;
    private final RoleBook roles;
    private final Devices devices;

    Moderation(Roster roster, RoleBook roles, Devices devices) {
        this.roster = roster;
        this.roles = roles;
        this.devices = devices;
    }

    /// Why somebody was removed; empty if nobody said why, and for who left.
    String whyRemoved(MemberId member) {
        return removed.getOrDefault(member, "");
    }

    /// Refuses what the author, who has the permission for it, may not do to that member.
    void check(Member author, OnMember event, long time) {
        Member target = target(event.member());
        if (!Rights.isOwnAffair(author.id(), event)) {
            Rights.checkActing(author.role(), target.role());
        }
        switch (event) {
            case RoleGiven given -> checkRole(author, target, roles.named(given.role()));
            case MemberRenamed renamed -> roster.checkFree(renamed.name(), target.id());
            case MemberKicked(_, String reason) -> Sanction.checkReason(reason);
            case MemberRemoved(_, String reason) -> Sanction.checkReason(reason);
            case MemberBanned(_, long until, String reason) -> Sanction.check(until, reason, time);
            case MemberMuted(_, long until, String reason) -> Sanction.check(until, reason, time);
            case MemberUnbanned _ -> checkLaidOn(target.ban(), time, "banned");
            case MemberUnmuted _ -> checkLaidOn(target.mute(), time, "muted");
            case DeviceBanned(_, VerifyKey device, long until, String reason) -> {
                device(target, device);
                Sanction.check(until, reason, time);
            }
            case DeviceUnbanned(_, VerifyKey device) ->
                    checkLaidOn(device(target, device).ban(), time, "banned");
            case DeviceRevoked revoked -> devices.checkRevoked(author, target, revoked);
            case MemberReset reset -> devices.checkReset(reset);
        }
    }

    private Member target(MemberId id) {
        return roster.present(id)
                .orElseThrow(
                        () -> refused(Code.NO_SUCH_MEMBER, "Nobody here has the id " + id + "."));
    }

    private void checkRole(Member giver, Member target, Role given) {
        Rights.checkCovered(giver.role(), given);
        if (!given.equals(Role.OWNER)) {
            checkOwnerLeft(target);
        }
    }

    /// Refuses to let the last owner be none any more.
    void checkOwnerLeft(Member member) {
        if (roster.isLastWith(Role.OWNER, member)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "The last owner stays one; make somebody else the owner first.");
        }
    }

    private static void checkLaidOn(@Nullable Sanction sanction, long time, String what) {
        if (sanction == null || sanction.isOver(time)) {
            throw refused(Code.BAD_REQUEST, "Not " + what + ", so there is nothing to lift.");
        }
    }

    private static Device device(Member target, VerifyKey key) {
        return target.device(key)
                .filter(Device::isLive)
                .orElseThrow(() ->
                        refused(
                                Code.UNKNOWN_DEVICE,
                                "%s has no such device.".formatted(target.name().value())));
    }

    /// Takes in an event that was checked.
    void apply(MemberId author, OnMember event, long time) {
        Member target = roster.present(event.member()).orElse(null);
        if (target == null) {
            return;
        }
        switch (event) {
            case MemberKicked _ -> {}
            case MemberRenamed(_, var name) -> roster.touch(target.withName(name));
            case RoleGiven(_, String role) ->
                    roles.find(role).ifPresent(now -> roster.put(target.withRole(now), time));
            case MemberRemoved(_, String reason) -> {
                removed.put(target.id(), reason);
                roster.put(target.goneAt(time), time);
            }
            case MemberBanned(_, long until, String reason) ->
                    roster.put(target.withBan(new Sanction(author, until, reason)), time);
            case MemberUnbanned _ -> roster.put(target.withBan(null), time);
            case MemberMuted(_, long until, String reason) ->
                    roster.put(target.withMute(new Sanction(author, until, reason)), time);
            case MemberUnmuted _ -> roster.put(target.withMute(null), time);
            case DeviceBanned(_, VerifyKey device, long until, String reason) ->
                    ban(target, device, new Sanction(author, until, reason), time);
            case DeviceUnbanned(_, VerifyKey device) -> ban(target, device, null, time);
            case DeviceRevoked revoked -> devices.revoke(target, revoked, time);
            case MemberReset reset -> devices.reset(target, reset, time);
        }
    }

    private void ban(Member target, VerifyKey device, @Nullable Sanction ban, long time) {
        roster.put(target.withDevice(device, d -> d.banned(ban)), time);
    }
}

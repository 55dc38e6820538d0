package chatbois.protocol.right;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.SettingsChanged;
import java.util.EnumSet;
import java.util.Set;

/// The one place that decides who may do what to whom.
public final class Rights {
    private Rights() {}

    /// What the author of an event needs. Nothing for what has rules of its own: the server founds,
    /// an invite brings in, and whoever wants less than they have may take it.
    public static Set<Permission> needed(MemberId author, EventBody.InCommunity body) {
        return switch (body) {
            case Founded _, MemberJoined _ -> Set.of();
            case InviteMade _ -> Set.of(Permission.INVITE);
            case InviteRevoked _ -> Set.of(Permission.INVITE);
            case ChatMade _ -> Set.of(Permission.MAKE_CHATS);
            case SettingsChanged changed -> needed(changed);
            case RoleGiven given ->
                    given.member().equals(author) ? Set.of() : Set.of(Permission.GIVE_ROLES);
        };
    }

    private static Set<Permission> needed(SettingsChanged changed) {
        Set<Permission> needed = EnumSet.noneOf(Permission.class);
        if (changed.name() != null) {
            needed.add(Permission.RENAME);
        }
        if (changed.maxMembers() != null) {
            needed.add(Permission.LIMIT);
        }
        if (changed.locked() != null) {
            needed.add(Permission.LOCK);
        }
        return needed;
    }

    /// Refuses an author whose role lacks what the event needs.
    public static void check(Role role, MemberId author, EventBody.InCommunity body) {
        needed(author, body).forEach(permission -> require(role, permission));
    }

    private static void require(Role role, Permission permission) {
        if (!role.permissions().contains(permission)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "Your role here, %s, lacks the permission %s; /role lists who has it."
                            .formatted(role.name(), permission.word()));
        }
    }

    /// Refuses to make an invite for a role with more than the inviter has.
    public static void checkInviting(Role inviter, Role given) {
        checkCovered(inviter, given);
    }

    /// Refuses to call back an invite of somebody else without the permission for it.
    public static void checkRevoking(Role role, MemberId author, MemberId maker) {
        if (!author.equals(maker)) {
            require(role, Permission.REVOKE_INVITES);
        }
    }

    /// Refuses to give somebody else a role: to those of the own rank or above, or one with more
    /// than the giver has.
    public static void checkGiving(Role giver, Role before, Role after) {
        if (before.rank() >= giver.rank()) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "That is a member of your own rank or above; nobody acts on those.");
        }
        checkCovered(giver, after);
    }

    /// Refuses to give oneself a role with more than the own one.
    public static void checkTaking(Role before, Role after) {
        checkCovered(before, after);
    }

    private static void checkCovered(Role giver, Role given) {
        if (!giver.covers(given)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "Nobody gives more than they have: the role %s has more than %s."
                            .formatted(given.name(), giver.name()));
        }
    }
}

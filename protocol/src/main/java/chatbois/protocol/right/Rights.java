package chatbois.protocol.right;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Announced;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.DeviceBanned;
import chatbois.protocol.event.EventBody.DeviceUnbanned;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberBanned;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.MemberMuted;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberRenamed;
import chatbois.protocol.event.EventBody.MemberUnbanned;
import chatbois.protocol.event.EventBody.MemberUnmuted;
import chatbois.protocol.event.EventBody.OnMember;
import chatbois.protocol.event.EventBody.RetentionSet;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.RoleMade;
import chatbois.protocol.event.EventBody.RoleRemoved;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.event.EventBody.ShutdownCalledOff;
import chatbois.protocol.event.EventBody.ShutdownPlanned;
import chatbois.protocol.event.EventBody.StatusSet;
import java.util.EnumSet;
import java.util.Set;

/// The one place that decides who may do what to whom.
public final class Rights {
    private Rights() {}

    /// What the author of an event needs. Nothing for what has rules of its own: the server founds,
    /// an invite brings in, and everybody has a say about themselves.
    public static Set<Permission> needed(MemberId author, EventBody.InCommunity body) {
        return switch (body) {
            case Founded _, MemberJoined _, MemberLeft _, StatusSet _ -> Set.of();
            case InviteMade _, InviteRevoked _ -> Set.of(Permission.INVITE);
            case ChatMade _ -> Set.of(Permission.MAKE_CHATS);
            case SettingsChanged changed -> needed(changed);
            case RoleMade _, RoleRemoved _ -> Set.of(Permission.MANAGE_ROLES);
            case Announced _ -> Set.of(Permission.ANNOUNCE);
            case ShutdownPlanned _, ShutdownCalledOff _ -> Set.of(Permission.SHUT_DOWN);
            case RetentionSet _ -> Set.of(Permission.RETENTION);
            case OnMember on -> isOwnAffair(author, on) ? Set.of() : Set.of(neededForOther(on));
        };
    }

    /// Whether the event is about its author, who needs no permission for it.
    public static boolean isOwnAffair(MemberId author, OnMember event) {
        return event.member().equals(author)
                && switch (event) {
                    case RoleGiven _, MemberRenamed _ -> true;
                    case MemberKicked _,
                            MemberBanned _,
                            MemberUnbanned _,
                            DeviceBanned _,
                            DeviceUnbanned _,
                            MemberMuted _,
                            MemberUnmuted _,
                            MemberRemoved _ ->
                            false;
                };
    }

    private static Permission neededForOther(OnMember event) {
        return switch (event) {
            case RoleGiven _ -> Permission.GIVE_ROLES;
            case MemberKicked _ -> Permission.KICK;
            case MemberBanned _, MemberUnbanned _, DeviceBanned _, DeviceUnbanned _ ->
                    Permission.BAN;
            case MemberMuted _, MemberUnmuted _ -> Permission.MUTE;
            case MemberRemoved _ -> Permission.REMOVE_MEMBERS;
            case MemberRenamed _ -> Permission.RENAME_MEMBERS;
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
        if (changed.welcome() != null) {
            needed.add(Permission.WELCOME);
        }
        if (changed.panic() != null) {
            needed.add(Permission.PANIC);
        }
        return needed;
    }

    /// Refuses an author whose role lacks what the event needs.
    public static void check(Role role, MemberId author, EventBody.InCommunity body) {
        needed(author, body).forEach(permission -> require(role, permission));
    }

    /// What whoever asks needs.
    public static Set<Permission> needed(Request.AsMember request) {
        return switch (request) {
            case Request.Append _,
                    Request.MakeChat _,
                    Request.Resume _,
                    Request.Page _,
                    Request.Chats _,
                    Request.ChatMembers _,
                    Request.Who _,
                    Request.Presences _,
                    Request.MarkRead _ ->
                    Set.of();
            case Request.BanAddresses _, Request.UnbanAddresses _, Request.AddressBans _ ->
                    Set.of(Permission.BAN_ADDRESSES);
            case Request.Status _ -> Set.of(Permission.SEE_STATUS);
            case Request.Retention _ -> Set.of(Permission.RETENTION);
            case Request.SetLogLevel _ -> Set.of(Permission.LOG_LEVEL);
            case Request.Backup _, Request.Backups _, Request.BackupPart _ ->
                    Set.of(Permission.BACKUP);
        };
    }

    /// Refuses a request to whoever lacks what it needs. What is written by it is judged by itself.
    public static void check(Role role, Request.AsMember request) {
        needed(request).forEach(permission -> require(role, permission));
    }

    /// Refuses to set how long a chat's messages are kept without the permission for it.
    public static void checkKeeping(Role role) {
        require(role, Permission.RETENTION);
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

    /// Refuses to act on somebody of the own rank or above.
    public static void checkActing(Role actor, Role target) {
        if (target.rank() >= actor.rank()) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "That is a member of your own rank or above; nobody acts on those.");
        }
    }

    /// Refuses to give somebody else a role with more than the giver has.
    public static void checkGiving(Role giver, Role given) {
        checkCovered(giver, given);
    }

    /// Refuses to make a role, or to change or remove one, that isn't below the own one.
    public static void checkDefining(Role author, Role role) {
        checkCovered(author, role);
        if (role.rank() >= author.rank()) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "The role %s has your own rank, %d, or more; take a lower one."
                            .formatted(role.name(), author.rank()));
        }
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

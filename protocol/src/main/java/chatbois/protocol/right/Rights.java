package chatbois.protocol.right;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Announced;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatJoinedByLink;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatLinkMade;
import chatbois.protocol.event.EventBody.ChatLinkRevoked;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRetentionSet;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.DeviceBanned;
import chatbois.protocol.event.EventBody.DeviceLinked;
import chatbois.protocol.event.EventBody.DeviceReturned;
import chatbois.protocol.event.EventBody.DeviceRevoked;
import chatbois.protocol.event.EventBody.DeviceUnbanned;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InvitationTakenBack;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberBanned;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.MemberMuted;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberRenamed;
import chatbois.protocol.event.EventBody.MemberReset;
import chatbois.protocol.event.EventBody.MemberUnbanned;
import chatbois.protocol.event.EventBody.MemberUnmuted;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import chatbois.protocol.event.EventBody.OnMember;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.event.EventBody.RecoverySet;
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
import org.jspecify.annotations.Nullable;

/// The one place that decides who may do what to whom.
public final class Rights {
    private Rights() {}

    /// What the author of an event needs. Nothing for what has rules of its own: the server founds,
    /// an invite brings in, and everybody has a say about themselves.
    public static Set<Permission> needed(MemberId author, EventBody.InCommunity body) {
        return switch (body) {
            case Founded _,
                    MemberJoined _,
                    MemberLeft _,
                    StatusSet _,
                    DeviceLinked _,
                    DeviceReturned _,
                    RecoverySet _ ->
                    Set.of();
            case InviteMade _, InviteRevoked _ -> Set.of(Permission.INVITE);
            case ChatMade _ -> Set.of(Permission.MAKE_CHATS);
            case SettingsChanged changed -> needed(changed);
            case RoleMade _, RoleRemoved _ -> Set.of(Permission.MANAGE_ROLES);
            case Announced _ -> Set.of(Permission.ANNOUNCE);
            case ShutdownPlanned _, ShutdownCalledOff _ -> Set.of(Permission.SHUT_DOWN);
            case RetentionSet _ -> Set.of(Permission.RETENTION);
            case FilesSet _ -> Set.of(Permission.FILES);
            case OnMember on -> isOwnAffair(author, on) ? Set.of() : Set.of(neededForOther(on));
        };
    }

    /// Whether the event is about its author, who needs no permission for it.
    public static boolean isOwnAffair(MemberId author, OnMember event) {
        return event.member().equals(author)
                && switch (event) {
                    case RoleGiven _, MemberRenamed _, DeviceRevoked _ -> true;
                    case MemberKicked _,
                            MemberBanned _,
                            MemberUnbanned _,
                            DeviceBanned _,
                            DeviceUnbanned _,
                            MemberMuted _,
                            MemberUnmuted _,
                            MemberRemoved _,
                            MemberReset _ ->
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
            case DeviceRevoked _ -> Permission.REVOKE_DEVICES;
            case MemberReset _ -> Permission.RESET_MEMBERS;
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

    /// What the author of an event in a chat needs there. Nothing for what has rules of its own:
    /// who may come in, and that everybody may leave or take a lower role.
    public static Set<Permission> needed(MemberId author, EventBody.InChat body) {
        return switch (body) {
            case ChatCreated _, ChatJoined _, ChatJoinedByLink _, ChatLeft _ -> Set.of();
            case Message message -> talking(message);
            case MessageEdited edited -> talking(edited);
            case Reacted _, ReactionWithdrawn _, Described _ -> Set.of(Permission.CHAT_TALK);
            case MessageDeleted deleted ->
                    deleted.by().equals(author)
                            ? Set.of()
                            : Set.of(Permission.CHAT_DELETE_MESSAGES);
            case MemberInvited _, InvitationTakenBack _ -> Set.of(Permission.CHAT_ADD);
            case ChatChanged changed -> needed(changed);
            case ChatMemberRemoved _ -> Set.of(Permission.CHAT_REMOVE);
            case ChatRoleGiven given ->
                    given.member().equals(author) ? Set.of() : Set.of(Permission.CHAT_ROLES);
            case ChatLinkMade _, ChatLinkRevoked _ -> Set.of(Permission.CHAT_LINKS);
            case MessagePinned _, MessageUnpinned _ -> Set.of(Permission.CHAT_PIN);
            case ChatRetentionSet _ -> Set.of(Permission.CHAT_RETENTION);
            case ChatDeleted _ -> Set.of(Permission.CHAT_DELETE);
        };
    }

    private static Set<Permission> talking(EventBody.Calling said) {
        return said.callsEveryone()
                ? EnumSet.of(Permission.CHAT_TALK, Permission.CHAT_CALL_ALL)
                : Set.of(Permission.CHAT_TALK);
    }

    private static Set<Permission> needed(ChatChanged changed) {
        Set<Permission> needed = EnumSet.noneOf(Permission.class);
        need(needed, changed.name(), Permission.CHAT_RENAME);
        need(needed, changed.topic(), Permission.CHAT_TOPIC);
        need(needed, changed.description(), Permission.CHAT_TOPIC);
        need(needed, changed.publicly(), Permission.CHAT_PUBLIC);
        need(needed, changed.archived(), Permission.CHAT_ARCHIVE);
        need(needed, changed.slowSeconds(), Permission.CHAT_SLOW);
        return needed;
    }

    private static void need(
            Set<Permission> needed, @Nullable Object changed, Permission permission) {
        if (changed != null) {
            needed.add(permission);
        }
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
                    Request.Related _,
                    Request.ThreadOf _,
                    Request.Mentions _,
                    Request.ChatMembers _,
                    Request.ChatDetails _,
                    Request.PublicChats _,
                    Request.Entrance _,
                    Request.Who _,
                    Request.Presences _,
                    Request.Suggest _,
                    Request.Search _,
                    Request.MarkRead _,
                    Request.Typing _,
                    Request.BeHere _,
                    Request.See _,
                    Request.Receipts _,
                    Request.PrivacyNow _,
                    Request.SetPrivacy _,
                    Request.KeepDraft _,
                    Request.Drafts _,
                    Request.OfferFile _,
                    Request.PutFilePart _,
                    Request.FilePart _,
                    Request.OpenSlot _,
                    Request.AnswerSlot _,
                    Request.CloseSlot _,
                    Request.SeenDevices _,
                    Request.Block _,
                    Request.Unblock _,
                    Request.Blocks _ ->
                    Set.of();
            case Request.BanAddresses _, Request.UnbanAddresses _, Request.AddressBans _ ->
                    Set.of(Permission.BAN_ADDRESSES);
            case Request.Status _ -> Set.of(Permission.SEE_STATUS);
            case Request.Retention _ -> Set.of(Permission.RETENTION);
            case Request.OldFiles _ -> Set.of(Permission.FILES);
            case Request.SetLogLevel _ -> Set.of(Permission.LOG_LEVEL);
            case Request.Backup _, Request.Backups _, Request.BackupPart _ ->
                    Set.of(Permission.BACKUP);
        };
    }

    /// Refuses a request to whoever lacks what it needs. What is written by it is judged by itself.
    public static void check(Role role, Request.AsMember request) {
        needed(request).forEach(permission -> require(role, permission));
    }

    /// Refuses to tell of the devices of a member of the own rank or above, or without the
    /// permission for it; everybody sees their own.
    public static void checkSeeingDevices(Role role, Role target, boolean own) {
        if (!own) {
            require(role, Permission.REVOKE_DEVICES);
            checkActing(role, target);
        }
    }

    private static void require(Role role, Permission permission) {
        if (!role.permissions().contains(permission)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "Your role here, %s, lacks the permission %s; /role lists who has it."
                            .formatted(role.name(), permission.word()));
        }
    }

    /// Refuses an author whose role in the chat lacks what the event needs.
    public static void check(ChatRole role, MemberId author, EventBody.InChat body) {
        needed(author, body).forEach(permission -> require(role, permission));
    }

    private static void require(ChatRole role, Permission permission) {
        if (!role.permissions().contains(permission)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "Your role in this chat, %s, lacks the permission %s; /chatrole lists who has it."
                            .formatted(role.word(), permission.word()));
        }
    }

    /// Whether somebody with that role in the community may act as an owner of each chat that they
    /// are in, on somebody with the other role.
    public static boolean moderates(@Nullable Role actor, @Nullable Role target) {
        return actor != null
                && actor.permissions().contains(Permission.MODERATE_CHATS)
                && (target == null || target.rank() < actor.rank());
    }

    /// Refuses to take back an invitation into a chat by somebody else without the permission to
    /// put out.
    public static void checkTakingBack(ChatRole role, MemberId author, MemberId inviter) {
        if (!author.equals(inviter)) {
            require(role, Permission.CHAT_REMOVE);
        }
    }

    /// Refuses to act in a chat on who is of the own rank or above.
    public static void checkActing(ChatRole actor, ChatRole target) {
        checkAbove(actor.rank(), target.rank());
    }

    /// Refuses to give or take a role in a chat with more than the own one.
    public static void checkCovered(ChatRole giver, ChatRole given) {
        if (!giver.covers(given)) {
            throw moreThanOneHas(given.word(), giver.word());
        }
    }

    /// Refuses to call back an invite of somebody else without the permission for it.
    public static void checkRevoking(Role role, MemberId author, MemberId maker) {
        if (!author.equals(maker)) {
            require(role, Permission.REVOKE_INVITES);
        }
    }

    /// Refuses to act on somebody of the own rank or above.
    public static void checkActing(Role actor, Role target) {
        checkAbove(actor.rank(), target.rank());
    }

    private static void checkAbove(int own, int other) {
        if (other >= own) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "That is a member of your own rank or above; nobody acts on those.");
        }
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

    /// Refuses to give a role with more than the own one, by an invite too, and to oneself.
    public static void checkCovered(Role giver, Role given) {
        if (!giver.covers(given)) {
            throw moreThanOneHas(given.name(), giver.name());
        }
    }

    private static RuntimeException moreThanOneHas(String given, String own) {
        return refused(
                Code.NOT_ALLOWED,
                "Nobody gives more than they have: the role %s has more than %s."
                        .formatted(given, own));
    }
}

package chatbois.protocol.event;

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
import org.jspecify.annotations.Nullable;

/// The number that stands for a body's type in a header. Numbers are never used again for another.
public enum Kind {
    FOUNDED(1, Founded.class),
    INVITE_MADE(2, InviteMade.class),
    MEMBER_JOINED(3, MemberJoined.class),
    SETTINGS_CHANGED(4, SettingsChanged.class),
    CHAT_MADE(5, ChatMade.class),
    ROLE_GIVEN(6, RoleGiven.class),
    INVITE_REVOKED(7, InviteRevoked.class),
    ROLE_MADE(8, RoleMade.class),
    ROLE_REMOVED(9, RoleRemoved.class),
    ANNOUNCED(10, Announced.class),
    MEMBER_KICKED(11, MemberKicked.class),
    MEMBER_BANNED(12, MemberBanned.class),
    MEMBER_UNBANNED(13, MemberUnbanned.class),
    MEMBER_MUTED(14, MemberMuted.class),
    MEMBER_UNMUTED(15, MemberUnmuted.class),
    MEMBER_REMOVED(16, MemberRemoved.class),
    MEMBER_LEFT(17, MemberLeft.class),
    MEMBER_RENAMED(18, MemberRenamed.class),
    STATUS_SET(19, StatusSet.class),
    DEVICE_BANNED(20, DeviceBanned.class),
    DEVICE_UNBANNED(21, DeviceUnbanned.class),
    DEVICE_LINKED(22, DeviceLinked.class),
    DEVICE_REVOKED(23, DeviceRevoked.class),
    RECOVERY_SET(24, RecoverySet.class),
    MEMBER_RESET(25, MemberReset.class),
    DEVICE_RETURNED(26, DeviceReturned.class),
    CHAT_CREATED(32, ChatCreated.class),
    MEMBER_INVITED(33, MemberInvited.class),
    CHAT_JOINED(34, ChatJoined.class),
    CHAT_LEFT(35, ChatLeft.class),
    MESSAGE(36, Message.class),
    CHAT_CHANGED(37, ChatChanged.class),
    CHAT_MEMBER_REMOVED(38, ChatMemberRemoved.class),
    CHAT_ROLE_GIVEN(39, ChatRoleGiven.class),
    CHAT_LINK_MADE(40, ChatLinkMade.class),
    CHAT_LINK_REVOKED(41, ChatLinkRevoked.class),
    CHAT_JOINED_BY_LINK(42, ChatJoinedByLink.class),
    MESSAGE_PINNED(43, MessagePinned.class),
    MESSAGE_UNPINNED(44, MessageUnpinned.class),
    CHAT_DELETED(45, ChatDeleted.class),
    INVITATION_TAKEN_BACK(46, InvitationTakenBack.class),
    MESSAGE_EDITED(47, MessageEdited.class),
    MESSAGE_DELETED(48, MessageDeleted.class),
    REACTED(49, Reacted.class),
    REACTION_WITHDRAWN(50, ReactionWithdrawn.class),
    DESCRIBED(51, Described.class),
    SHUTDOWN_PLANNED(60, ShutdownPlanned.class),
    SHUTDOWN_CALLED_OFF(61, ShutdownCalledOff.class),
    RETENTION_SET(62, RetentionSet.class),
    CHAT_RETENTION_SET(63, ChatRetentionSet.class),
    FILES_SET(64, FilesSet.class);

    private final int code;
    private final Class<? extends EventBody> type;

    Kind(int code, Class<? extends EventBody> type) {
        this.code = code;
        this.type = type;
    }

    /// Whether its events change nothing but what messages say and how they are answered.
    public boolean isTalk() {
        return switch (this) {
            case MESSAGE, MESSAGE_EDITED, REACTED, REACTION_WITHDRAWN, DESCRIBED -> true;
            default -> false;
        };
    }

    /// Whether events of that number are such; not those of a newer program.
    public static boolean isTalk(int code) {
        Kind kind = ofCode(code);
        return kind != null && kind.isTalk();
    }

    public int code() {
        return code;
    }

    public Class<? extends EventBody> type() {
        return type;
    }

    public static Kind of(EventBody body) {
        return switch (body) {
            case Founded _ -> FOUNDED;
            case InviteMade _ -> INVITE_MADE;
            case MemberJoined _ -> MEMBER_JOINED;
            case SettingsChanged _ -> SETTINGS_CHANGED;
            case ChatMade _ -> CHAT_MADE;
            case RoleGiven _ -> ROLE_GIVEN;
            case InviteRevoked _ -> INVITE_REVOKED;
            case RoleMade _ -> ROLE_MADE;
            case RoleRemoved _ -> ROLE_REMOVED;
            case Announced _ -> ANNOUNCED;
            case MemberKicked _ -> MEMBER_KICKED;
            case MemberBanned _ -> MEMBER_BANNED;
            case MemberUnbanned _ -> MEMBER_UNBANNED;
            case MemberMuted _ -> MEMBER_MUTED;
            case MemberUnmuted _ -> MEMBER_UNMUTED;
            case MemberRemoved _ -> MEMBER_REMOVED;
            case MemberLeft _ -> MEMBER_LEFT;
            case MemberRenamed _ -> MEMBER_RENAMED;
            case StatusSet _ -> STATUS_SET;
            case DeviceBanned _ -> DEVICE_BANNED;
            case DeviceUnbanned _ -> DEVICE_UNBANNED;
            case DeviceLinked _ -> DEVICE_LINKED;
            case DeviceRevoked _ -> DEVICE_REVOKED;
            case RecoverySet _ -> RECOVERY_SET;
            case MemberReset _ -> MEMBER_RESET;
            case DeviceReturned _ -> DEVICE_RETURNED;
            case ChatCreated _ -> CHAT_CREATED;
            case MemberInvited _ -> MEMBER_INVITED;
            case ChatJoined _ -> CHAT_JOINED;
            case ChatLeft _ -> CHAT_LEFT;
            case Message _ -> MESSAGE;
            case ShutdownPlanned _ -> SHUTDOWN_PLANNED;
            case ShutdownCalledOff _ -> SHUTDOWN_CALLED_OFF;
            case RetentionSet _ -> RETENTION_SET;
            case ChatRetentionSet _ -> CHAT_RETENTION_SET;
            case ChatChanged _ -> CHAT_CHANGED;
            case ChatMemberRemoved _ -> CHAT_MEMBER_REMOVED;
            case ChatRoleGiven _ -> CHAT_ROLE_GIVEN;
            case ChatLinkMade _ -> CHAT_LINK_MADE;
            case ChatLinkRevoked _ -> CHAT_LINK_REVOKED;
            case ChatJoinedByLink _ -> CHAT_JOINED_BY_LINK;
            case MessagePinned _ -> MESSAGE_PINNED;
            case MessageUnpinned _ -> MESSAGE_UNPINNED;
            case ChatDeleted _ -> CHAT_DELETED;
            case InvitationTakenBack _ -> INVITATION_TAKEN_BACK;
            case MessageEdited _ -> MESSAGE_EDITED;
            case MessageDeleted _ -> MESSAGE_DELETED;
            case Reacted _ -> REACTED;
            case ReactionWithdrawn _ -> REACTION_WITHDRAWN;
            case Described _ -> DESCRIBED;
            case FilesSet _ -> FILES_SET;
        };
    }

    /// The kind with that number, or null for one that a newer program wrote.
    public static @Nullable Kind ofCode(int code) {
        for (Kind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }
}

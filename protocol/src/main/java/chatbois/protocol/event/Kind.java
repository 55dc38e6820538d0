package chatbois.protocol.event;

import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.SettingsChanged;
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
    CHAT_CREATED(32, ChatCreated.class),
    MEMBER_INVITED(33, MemberInvited.class),
    CHAT_JOINED(34, ChatJoined.class),
    CHAT_LEFT(35, ChatLeft.class),
    MESSAGE(36, Message.class);

    private final int code;
    private final Class<? extends EventBody> type;

    Kind(int code, Class<? extends EventBody> type) {
        this.code = code;
        this.type = type;
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
            case ChatCreated _ -> CHAT_CREATED;
            case MemberInvited _ -> MEMBER_INVITED;
            case ChatJoined _ -> CHAT_JOINED;
            case ChatLeft _ -> CHAT_LEFT;
            case Message _ -> MESSAGE;
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

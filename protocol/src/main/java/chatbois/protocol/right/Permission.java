package chatbois.protocol.right;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody may not be allowed to do: one constant for each such action, those in the
/// community by a [Role] there, those in a chat (`CHAT_…`) by a [ChatRole] in it.
public enum Permission {
    INVITE("makes invites into the community, and calls the own ones back"),
    REVOKE_INVITES("calls back the invites of others"),
    MAKE_CHATS("makes chats, and begins direct chats"),
    LOCK("locks the community against new members, and unlocks it"),
    LIMIT("sets the most members allowed"),
    RENAME("renames the community"),
    GIVE_ROLES("gives roles to members of lower rank, none above the own"),
    MANAGE_ROLES("makes, changes and removes roles of lower rank"),
    WELCOME("sets the text that welcomes newcomers"),
    PANIC("sets the panic level, and is not held up by it"),
    ANNOUNCE("announces something to everybody"),
    KICK("disconnects members of lower rank"),
    BAN("bans members of lower rank and their devices, and lifts bans"),
    MUTE("silences members of lower rank, and lets them speak again"),
    REMOVE_MEMBERS("removes members of lower rank from the community"),
    RENAME_MEMBERS("renames members of lower rank"),
    REVOKE_DEVICES("sees and revokes the devices of members of lower rank"),
    RESET_MEMBERS("gives members of lower rank who lost every device a way back"),
    SEE_ADDRESSES("sees the devices and addresses of who is connected"),
    BAN_ADDRESSES("bans addresses, and lifts these bans"),
    SEE_STATUS("sees how the server is"),
    LOG_LEVEL("sets how much the server writes down about itself"),
    SHUT_DOWN("shuts the server down or restarts it, and calls that off"),
    RETENTION("sets how long messages are kept"),
    FILES("sets how large files may be, how much each member may keep, and how long"),
    BACKUP("makes backups of the whole community and fetches them, with the server's key in them"),
    MODERATE_CHATS("acts as an owner of each chat that they are in, on members of lower rank"),

    CHAT_TALK("says something in the chat"),
    CHAT_ADD("invites members of the community into the chat"),
    CHAT_PIN("pins messages of the chat, and unpins them"),
    CHAT_CALL_ALL("addresses everybody in the chat with @all"),
    CHAT_DELETE_MESSAGES("deletes messages of members of lower rank in the chat"),
    CHAT_HURRY("is not held up by slow mode"),
    CHAT_TOPIC("sets the chat's topic and description"),
    CHAT_RENAME("renames the chat"),
    CHAT_SLOW("sets the chat's slow mode"),
    CHAT_LINKS("makes links into the chat, lists them and calls them back"),
    CHAT_REMOVE("puts members of lower rank out of the chat, and takes invitations back"),
    CHAT_ROLES("gives roles in the chat to members of lower rank, none above the own"),
    CHAT_PUBLIC("makes the chat public, and private again"),
    CHAT_ARCHIVE("archives the chat, and takes it back out"),
    CHAT_RETENTION("sets how long the chat's messages are kept"),
    CHAT_DELETE("deletes the chat with all that was said in it");

    private static final Set<Permission> IN_CHATS =
            Arrays.stream(values())
                    .filter(permission -> permission.name().startsWith("CHAT_"))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));

    private final String sentence;

    Permission(String sentence) {
        this.sentence = sentence;
    }

    /// What people call it: `make-chats`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The permission that is called so.
    public static Optional<Permission> called(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /// What somebody does who has it, without capital and full stop.
    public String sentence() {
        return sentence;
    }

    /// Those that a role in the community can have.
    public static Set<Permission> inCommunity() {
        return EnumSet.complementOf(EnumSet.copyOf(IN_CHATS));
    }

    /// All of those but one.
    static Set<Permission> inCommunityBut(Permission without) {
        Set<Permission> others = EnumSet.copyOf(inCommunity());
        others.remove(without);
        return others;
    }

    /// Those that a role in a chat can have.
    public static Set<Permission> inChats() {
        return Collections.unmodifiableSet(IN_CHATS);
    }
}

package chatbois.protocol.right;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody may not be allowed to do: one constant for each such action.
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
    SEE_ADDRESSES("sees the devices and addresses of who is connected"),
    BAN_ADDRESSES("bans addresses, and lifts these bans"),
    SEE_STATUS("sees how the server is"),
    LOG_LEVEL("sets how much the server writes down about itself"),
    SHUT_DOWN("shuts the server down or restarts it, and calls that off"),
    RETENTION("sets how long messages are kept"),
    BACKUP("makes backups of the whole community and fetches them, with the server's key in them");

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
}

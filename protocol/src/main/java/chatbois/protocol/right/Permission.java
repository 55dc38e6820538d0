package chatbois.protocol.right;

import java.util.Locale;

/// What somebody may not be allowed to do: one constant for each such action.
public enum Permission {
    INVITE("makes invites into the community, and calls the own ones back"),
    REVOKE_INVITES("calls back the invites of others"),
    MAKE_CHATS("makes chats, and begins direct chats"),
    LOCK("locks the community against new members, and unlocks it"),
    LIMIT("sets the most members allowed"),
    RENAME("renames the community"),
    GIVE_ROLES("gives roles to members of lower rank, none above the own");

    private final String sentence;

    Permission(String sentence) {
        this.sentence = sentence;
    }

    /// What people call it: `make-chats`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What somebody does who has it, without capital and full stop.
    public String sentence() {
        return sentence;
    }
}

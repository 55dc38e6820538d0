package chatbois.protocol.right;

import static chatbois.protocol.right.Permission.CHAT_ADD;
import static chatbois.protocol.right.Permission.CHAT_ARCHIVE;
import static chatbois.protocol.right.Permission.CHAT_DELETE;
import static chatbois.protocol.right.Permission.CHAT_PUBLIC;
import static chatbois.protocol.right.Permission.CHAT_RETENTION;
import static chatbois.protocol.right.Permission.CHAT_TALK;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What somebody is in one chat: a set of permissions there, and a rank. Who made the chat is its
/// owner; in a direct chat both are.
public enum ChatRole {
    OWNER(100, Permission.inChats()),
    MODERATOR(60, without(CHAT_PUBLIC, CHAT_ARCHIVE, CHAT_RETENTION, CHAT_DELETE)),
    MEMBER(40, EnumSet.of(CHAT_TALK, CHAT_ADD)),
    READ_ONLY(20, Set.of());

    private final int rank;
    private final Set<Permission> permissions;

    ChatRole(int rank, Set<Permission> permissions) {
        this.rank = rank;
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    private static Set<Permission> without(Permission... fewer) {
        Set<Permission> rest = EnumSet.copyOf(Permission.inChats());
        Arrays.asList(fewer).forEach(rest::remove);
        return rest;
    }

    /// What people call it: `read-only`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// More is higher; who acts on somebody else has the higher one.
    public int rank() {
        return rank;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /// The role that people call so.
    public static Optional<ChatRole> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /// Whether this role has all that the other has, and its rank.
    boolean covers(ChatRole other) {
        return rank >= other.rank && permissions.containsAll(other.permissions);
    }
}

package chatbois.protocol.right;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A named set of permissions, and a rank: who acts on somebody else has the higher one.
///
/// @param rank more is higher
public record Role(String name, int rank, Set<Permission> permissions) {
    public static final Role OWNER = new Role("owner", 100, Permission.inCommunity());
    public static final Role ADMIN =
            new Role("admin", 80, Permission.inCommunityBut(Permission.BACKUP));
    public static final Role MODERATOR =
            new Role(
                    "moderator",
                    60,
                    EnumSet.of(
                            Permission.INVITE,
                            Permission.REVOKE_INVITES,
                            Permission.MAKE_CHATS,
                            Permission.LOCK,
                            Permission.PANIC,
                            Permission.ANNOUNCE,
                            Permission.KICK,
                            Permission.BAN,
                            Permission.MUTE,
                            Permission.MODERATE_CHATS));
    public static final Role MEMBER =
            new Role("member", 40, EnumSet.of(Permission.INVITE, Permission.MAKE_CHATS));
    public static final Role GUEST = new Role("guest", 20, Set.of());

    /// Those that every community has, the highest first.
    public static final List<Role> BUILT_IN = List.of(OWNER, ADMIN, MODERATOR, MEMBER, GUEST);

    public Role {
        permissions = Set.copyOf(permissions);
    }

    /// The built-in role with that name.
    public static Optional<Role> named(String name) {
        return BUILT_IN.stream().filter(role -> role.name.equals(name)).findFirst();
    }

    /// Whether this role has all that the other has, and its rank.
    public boolean covers(Role other) {
        return rank >= other.rank && permissions.containsAll(other.permissions);
    }
}

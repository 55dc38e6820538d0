package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.RoleMade;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The roles that a community has: the built-in ones and those that it made. Not thread-safe.
final class RoleBook {
    private static final Pattern NAME =
            Pattern.compile("[a-z][a-z0-9-]{0," + (Limits.ROLE_NAME - 1) + "}");
    private static final int MOST_RANK = Role.OWNER.rank() - 1;

    private final Map<String, Role> made = new LinkedHashMap<>();

    /// The highest first.
    List<Role> all() {
        return Stream.concat(Role.BUILT_IN.stream(), made.values().stream())
                .sorted(Comparator.comparingInt(Role::rank).reversed())
                .toList();
    }

    Optional<Role> find(String name) {
        return Role.named(name).or(() -> Optional.ofNullable(made.get(name)));
    }

    Role named(String name) {
        return find(name)
                .orElseThrow(() ->
                        refused(
                                Code.BAD_REQUEST,
                                "There is no such role; /role lists what there is."));
    }

    void checkMade(Role author, RoleMade event) {
        if (!NAME.matcher(event.name()).matches()) {
            throw refused(
                    Code.BAD_REQUEST,
                    "A role's name has up to %d small letters, digits and hyphens."
                            .formatted(Limits.ROLE_NAME));
        }
        checkNotBuiltIn(event.name());
        if (event.rank() < 1 || event.rank() > MOST_RANK) {
            throw refused(
                    Code.BAD_REQUEST, "A role's rank is a number from 1 to " + MOST_RANK + ".");
        }
        Role before = made.get(event.name());
        if (before != null) {
            Rights.checkDefining(author, before);
        } else if (made.size() >= Limits.ROLES) {
            throw refused(
                    Code.TOO_MANY,
                    "There are " + Limits.ROLES + " roles already; remove one with /delrole.");
        }
        Rights.checkDefining(author, role(event));
    }

    void checkRemoved(Role author, String name, boolean isInUse) {
        checkNotBuiltIn(name);
        Rights.checkDefining(author, named(name));
        if (isInUse) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "Somebody has the role %s; give them another one first.".formatted(name));
        }
    }

    private static void checkNotBuiltIn(String name) {
        if (Role.named(name).isPresent()) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "The role %s is built in and stays as it is; make one with another name."
                            .formatted(name));
        }
    }

    Role make(RoleMade event) {
        Role role = role(event);
        made.put(role.name(), role);
        return role;
    }

    void remove(String name) {
        made.remove(name);
    }

    private static Role role(RoleMade event) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String word : event.permissions()) {
            permissions.add(
                    Permission.called(word)
                            .orElseThrow(() ->
                                    refused(
                                            Code.BAD_REQUEST,
                                            "There is no permission %s; /help perms lists them."
                                                    .formatted(printable(word)))));
        }
        return new Role(event.name(), event.rank(), permissions);
    }

    /// Somebody else's word, fit for a sentence.
    private static String printable(String word) {
        return OneLine.isPrintable(word) && word.length() <= Limits.ROLE_NAME ? word : "like that";
    }
}

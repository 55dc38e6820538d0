package chatbois.terminal.command;

import chatbois.client.session.Snapshot;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The roles there are, what each may do, and who has them, in words.
final class Roles {
    private Roles() {}

    /// The role that somebody typed.
    static Role named(List<Role> roles, String typed) {
        String plain = typed.toLowerCase(Locale.ROOT);
        return roles.stream()
                .filter(role -> role.name().equals(plain))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no role " + typed + ", only: " + names(roles) + "."));
    }

    private static String names(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(", "));
    }

    /// The roles, the highest first.
    static Outcome listed(Snapshot community) {
        List<List<Object>> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Role role : community.roles()) {
            long have = community.members().stream().filter(m -> m.role().equals(role)).count();
            String may = may(role);
            rows.add(List.of(role.name(), role.rank(), have, may));
            lines.add(
                    "%s (rank %d, %d of you): %s"
                            .formatted(
                                    role.name(), role.rank(), have, may.isEmpty() ? "talks" : may));
        }
        Table table = new Table(List.of("role", "rank", "members", "permissions"), rows);
        return new Outcome.Listed(table, lines);
    }

    private static String may(Role role) {
        return Arrays.stream(Permission.values())
                .filter(role.permissions()::contains)
                .map(Permission::word)
                .collect(Collectors.joining(", "));
    }

    /// What each permission is for, for `/help perms`.
    static List<String> permissions() {
        List<String> lines = new ArrayList<>();
        lines.add("In the community (/role says who has what):");
        for (Permission permission : Permission.inCommunity()) {
            Stream<String> who =
                    Role.BUILT_IN.stream()
                            .filter(role -> role.permissions().contains(permission))
                            .map(Role::name);
            lines.add(line(permission, who));
        }
        lines.add("In a chat (/chatrole says who has what):");
        for (Permission permission : Permission.inChats()) {
            Stream<String> who =
                    Arrays.stream(ChatRole.values())
                            .filter(role -> role.permissions().contains(permission))
                            .map(ChatRole::word);
            lines.add(line(permission, who));
        }
        return lines;
    }

    private static String line(Permission permission, Stream<String> who) {
        return "%s: %s (%s)"
                .formatted(
                        permission.word(),
                        permission.sentence(),
                        who.collect(Collectors.joining(", ")));
    }
}

package chatbois.protocol.spec;

import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// docs/permissions.md says what the code does.
class PermissionsTest {
    private static final Path FILE = Path.of("../docs/permissions.md");

    @Test
    @Tag("docs")
    void the_tables_of_permissions_are_those_of_this_code() throws Exception {
        String text = Files.readString(FILE);
        String community =
                table(Permission.inCommunity(), Role.BUILT_IN, Role::name, Role::permissions)
                        + ranks(Role.BUILT_IN, Role::rank);
        List<ChatRole> roles = List.of(ChatRole.values());
        String chats =
                table(Permission.inChats(), roles, ChatRole::word, ChatRole::permissions)
                        + ranks(roles, ChatRole::rank);
        text = Generated.withBlock(text, "permissions", community);
        Generated.assertFresh(FILE, Generated.withBlock(text, "chat permissions", chats));
    }

    private static <R> String table(
            Set<Permission> permissions,
            List<R> roles,
            Function<R, String> word,
            Function<R, Set<Permission>> may) {
        StringJoiner rows = new StringJoiner("\n", "", "\n");
        rows.add("| Permission | Whoever has it | " + across(roles, word) + " |");
        rows.add("|---|---|" + "---|".repeat(roles.size()));
        for (Permission permission : permissions) {
            String cells = across(roles, role -> may.apply(role).contains(permission) ? "yes" : "");
            rows.add(
                    "| `%s` | %s | %s |"
                            .formatted(permission.word(), permission.sentence(), cells));
        }
        return rows.toString();
    }

    private static <R> String ranks(List<R> roles, Function<R, Integer> rank) {
        return "| | rank | " + across(roles, role -> String.valueOf(rank.apply(role))) + " |";
    }

    private static <R> String across(List<R> roles, Function<R, String> cell) {
        return roles.stream().map(cell).collect(Collectors.joining(" | "));
    }
}

package chatbois.protocol.spec;

import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Role;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void the_table_of_permissions_is_that_of_this_code() throws Exception {
        String text = Files.readString(FILE);
        Generated.assertFresh(FILE, Generated.withBlock(text, "permissions", table()));
    }

    private static String table() {
        StringJoiner rows = new StringJoiner("\n");
        rows.add("| Permission | Whoever has it | " + across(Role::name) + " |");
        rows.add("|---|---|" + "---|".repeat(Role.BUILT_IN.size()));
        for (Permission permission : Permission.values()) {
            rows.add(
                    "| `%s` | %s | %s |"
                            .formatted(
                                    permission.word(),
                                    permission.sentence(),
                                    across(role ->
                                            role.permissions().contains(permission) ? "yes" : "")));
        }
        rows.add("| | rank | " + across(role -> String.valueOf(role.rank())) + " |");
        return rows.toString();
    }

    private static String across(Function<Role, String> cell) {
        return Role.BUILT_IN.stream().map(cell).collect(Collectors.joining(" | "));
    }
}

package chatbois.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NameTablesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/chatbois/protocol/name");

    @Test
    void the_shipped_alphabet_is_what_icu_says() throws IOException {
        check("alphabet.txt", NameTables.alphabet());
    }

    @Test
    void the_shipped_skeletons_are_what_icu_says() throws IOException {
        check("skeleton.txt", NameTables.skeleton());
    }

    private static void check(String resource, String generated) throws IOException {
        if (Boolean.getBoolean("names.write")) {
            Files.writeString(RESOURCES.resolve(resource), generated);
        }
        assertThat(RESOURCES.resolve(resource)).hasContent(generated).hasSize(generated.length());
        assertThat(generated.length()).isLessThan(50_000);
    }
}

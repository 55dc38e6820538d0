package chatbois.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What Anna wrote and didn't send is there again, even after her program was killed.
@Tag("e2e")
class DraftsTest extends Hosted {
    private boolean isKept() {
        try (Stream<Path> files = Files.walk(directory.resolve("anna"))) {
            return files.anyMatch(file -> file.endsWith("drafts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_draft_survives_the_program() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30)) {
            anna.say("/new soup");
            anna.await("only you");
            anna.type("half a sentence");
            anna.await("> half a sentence");
            anna.await("the file", _ -> isKept());
            anna.signal("KILL");
            anna.await("ended: ");
        }
        try (Window anna = Window.open(directory.resolve("anna"), 100, 30)) {
            anna.await("> half a sentence");
        }
    }
}

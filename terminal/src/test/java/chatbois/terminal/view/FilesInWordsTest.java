package chatbois.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Sha256;
import chatbois.protocol.event.Attachment;
import chatbois.terminal.state.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A message of nothing but files, where its text would be told.
class FilesInWordsTest {
    private final Scene scene =
            new Scene(80, 24)
                    .chat("#general", 0)
                    .sends("bob", "", file("notes.txt"), file("more.txt"))
                    .sends("bob", "Last", file("end.txt"))
                    .answers("anna", "Thanks", 1)
                    .answers("anna", "Already?", 2);

    @BeforeEach
    void show() {
        scene.changed();
    }

    private static Attachment file(String name) {
        return new Attachment(Sha256.of(new byte[] {1}), 5, name, "text/plain", null, null);
    }

    @Test
    void the_quote_of_an_answer_names_the_files() {
        assertThat(Pictures.of(scene))
                .contains("╭ bob: ▤ notes.txt, ▤ more.txt\n")
                .contains("╭ bob: Last\n");
    }

    @Test
    void the_status_names_the_files_that_are_answered() {
        scene.type("/reply #1 Thanks");
        assertThat(Pictures.of(scene)).contains(" replying to bob: ▤ notes.txt, ▤ more.txt");
        scene.model.editor().clear();
        scene.type("/reply #2 Already?");
        assertThat(Pictures.of(scene)).contains(" replying to bob: Last");
    }
}

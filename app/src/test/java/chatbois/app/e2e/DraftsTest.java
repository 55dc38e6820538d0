package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What Anna wrote and didn't send is there again, even after her program was killed.
@Tag("e2e")
class DraftsTest extends Hosted {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /// Nothing is painted when a draft is saved, so it is the file that is looked for.
    private void awaitKept() throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isKept()) {
            assertThat(System.nanoTime()).as("the time at which a draft is kept").isLessThan(end);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean isKept() throws IOException {
        Path communities = directory.resolve("anna").resolve("home").resolve("communities");
        try (DirectoryStream<Path> each = Files.newDirectoryStream(communities)) {
            for (Path community : each) {
                if (Files.exists(community.resolve("drafts"))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void what_is_typed_ahead_of_the_chat_is_a_draft_there() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30)) {
            anna.say("/new soup");
            anna.await("only you");
            anna.say("/quit");
            anna.exitCode();
        }
        try (Window anna = Window.open(directory.resolve("anna"), 100, 30)) {
            anna.type("the program can't be that fast");
            anna.await("#soup");
            anna.await("> the program can't be that fast");
        }
    }

    @Test
    void a_draft_survives_the_program() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30)) {
            anna.say("/new soup");
            anna.await("only you");
            anna.type("half a sentence");
            anna.await("> half a sentence");
            awaitKept();
            anna.signal("KILL");
            anna.await("ended: ");
        }
        try (Window anna = Window.open(directory.resolve("anna"), 100, 30)) {
            anna.await("> half a sentence");
        }
    }
}

package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna has keys, words and an editor of her own; what she has written wrong is told, and nobody
/// gets stuck.
@Tag("e2e")
class OwnKeysTest extends Hosted {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_G = "\u0007";
    private static final String CTRL_X_CTRL_E = "\u0018\u0005";
    private static final String ENTER = "\r";
    private static final String ASK = "\u001b[5n";
    private static final String FINE = "\u001b[0n";

    @Test
    void keys_aliases_pastes_and_the_own_editor() throws Exception {
        Path home = directory.resolve("anna/home");
        Files.createDirectories(home);
        Files.writeString(
                home.resolve("config.toml"),
                """
                [keys]
                help = "ctrl+g, f1"
                switch = "ctrl+g"
                stop = "none"
                """);
        Path editor = editor();
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30)) {
            anna.await("config.toml, line 3: ctrl+g is help already (line 2).");
            anna.await("stop keeps ctrl+c");
            anna.type(CTRL_G);
            anna.await("Keys and commands");
            anna.type(CTRL_G);
            anna.say("/new garden");
            anna.await("The beginning of #garden");
            anna.say("/alias hi = Hello $1, how are you?");
            anna.await("/hi = Hello $1, how are you?");
            anna.say("/hi ben");
            anna.await("anna  Hello ben, how are you?");
            anna.paste("1\r2\r3\r4\r5\r6");
            anna.await("Paste 6 lines? Enter puts them into the input, Esc drops them");
            anna.type(ENTER);
            anna.await("> 2", screen -> screen.contains("\n  6") && !screen.contains("Paste"));
            anna.type(CTRL_C);
            anna.say("/set writing.editor " + editor);
            anna.await("writing.editor is " + editor + " now.");
            anna.type("begun");
            anna.await("> begun");
            write(anna, "in the editor", true);
            anna.await("begun here: in the editor");
            write(anna, "no", false);
            anna.await("ended with 3; nothing was changed.");
            anna.await("no text is left", _ -> texts(home) == 0);
            write(anna, "crash", false);
            anna.await("what you saved is in ");
            assertThat(texts(home)).isEqualTo(1);
            anna.type(ENTER);
            anna.await("anna  begun here: in the editor");
            anna.type(CTRL_C + CTRL_C);
            assertThat(anna.exitCode()).isZero();
            assertThat(anna.modesAfter()).isEqualTo(anna.modesBefore());
        }
    }

    /// How many texts lie there that an editor has written.
    private static long texts(Path home) {
        try (var left = Files.list(home)) {
            return left.filter(path -> path.toString().contains("writing-")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens the editor, types a line into it and ends it; the terminal answers what it is asked,
    /// or does not.
    private static void write(Window anna, String line, boolean answers) throws Exception {
        // What was on the screen before comes back with it: only what is new counts.
        String request = answers ? ASK : "Press Enter";
        int requests = count(anna, request);
        int prompts = count(anna, "write:");
        anna.type(CTRL_X_CTRL_E);
        anna.await(
                "the editor, or a request",
                _ -> count(anna, "write:") > prompts || count(anna, request) > requests);
        if (count(anna, "write:") == prompts) {
            anna.type(answers ? FINE : ENTER); // nobody is asked if nobody reads the keys just then
        }
        anna.await("the editor", _ -> count(anna, "write:") > prompts);
        anna.type(line + "\n");
        anna.await("the screen", screen -> !screen.contains("write:"));
    }

    private static int count(Window window, String text) {
        return window.raw().split(Pattern.quote(text), -1).length - 1;
    }

    /// Asks for a line, and writes it behind what is in the file; fails at "no", and after writing
    /// at "crash".
    private Path editor() throws Exception {
        Path script = directory.resolve("editor");
        Files.writeString(
                script,
                """
                #!/bin/sh
                printf 'write: '
                read -r line
                test "$line" = no && exit 3
                printf '%s here: %s\\n' "$(cat "$1")" "$line" > "$1.new"
                cat "$1.new" > "$1"
                test "$line" != crash
                """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }
}

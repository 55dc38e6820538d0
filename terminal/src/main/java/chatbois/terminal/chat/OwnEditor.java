package chatbois.terminal.chat;

import chatbois.client.home.Home;
import chatbois.client.home.OnlyOwner;
import chatbois.protocol.Limits;
import chatbois.terminal.screen.Screen;
import chatbois.terminal.state.Event;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets the member write in the editor that they know: their text in a file that only they can
/// read, which is gone again afterwards, and the terminal is the editor's until it ends.
final class OwnEditor {
    private static final int MOST_BYTES = 1024 * 1024;

    private final Home home;

    OwnEditor(Home home) {
        this.home = home;
    }

    /// Gives what was written; an editor that fails, or changes nothing, changes nothing.
    ///
    /// @param chosen what the member has set
    Event.Edited edit(String text, String chosen, Screen screen) {
        Editors editors = new Editors(screen.environment());
        String command = editors.chosen(chosen).orElse("");
        if (command.isEmpty()) {
            return unchanged(editors.whichOne());
        }
        try {
            Path folder = home.temporary();
            Path file = Files.createFile(folder.resolve("message.md"), OnlyOwner.FILE);
            Files.writeString(file, text.isEmpty() ? "" : text + "\n");
            int code = run(command, file, screen);
            return code == 0
                    ? taken(folder, file, text)
                    : failed(folder, file, text, editors.failure(command, code));
        } catch (IOException e) {
            return unchanged("Your editor can't be used: " + e.getMessage() + ".");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return unchanged("");
        }
    }

    private static int run(String command, Path file, Screen screen)
            throws IOException, InterruptedException {
        try {
            return screen.lend(List.of("sh", "-c", command + " \"$1\"", "sh", file.toString()));
        } catch (IOException | InterruptedException e) {
            remove(file.resolveSibling(""));
            throw e;
        }
    }

    /// Nothing written is lost: what is too long for a message stays in its file.
    private static Event.Edited taken(Path folder, Path file, String before) throws IOException {
        String text = read(file);
        if (text.getBytes(StandardCharsets.UTF_8).length > Limits.TEXT) {
            return unchanged(
                    "A message has at most %d bytes; your longer text is in %s."
                            .formatted(Limits.TEXT, file));
        }
        remove(folder);
        return isSame(text, before)
                ? unchanged("Nothing was changed.")
                : new Event.Edited(Optional.of(text), "");
    }

    /// What was saved before the editor failed stays in its file.
    private static Event.Edited failed(Path folder, Path file, String before, String why)
            throws IOException {
        if (isSame(read(file), before)) {
            remove(folder);
            return unchanged(why);
        }
        return unchanged("Your editor failed; what you saved is in " + file + ".");
    }

    private static boolean isSame(String text, String before) {
        return text.equals(SafeText.block(before).stripTrailing());
    }

    /// What can be in a message of it, without the line break at the end that editors put there.
    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return SafeText.block(text.replace("\r\n", "\n").stripTrailing());
        }
    }

    /// The editor may have left files of its own beside it.
    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Event.Edited unchanged(String remark) {
        return new Event.Edited(Optional.empty(), remark);
    }
}

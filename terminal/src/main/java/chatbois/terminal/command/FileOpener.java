package chatbois.terminal.command;

import chatbois.terminal.setting.ConfigFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Opens files that came with messages, but only of kinds that nothing executes.
record FileOpener(ConfigFile config, Opener opener) {
    private static final Set<String> HARMLESS =
            Set.of(
                    "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "avif", "heic",
                    "mp4", "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "ogv", "mp3", "m4a",
                    "ogg", "opus", "flac", "wav", "pdf", "txt");

    /// Why a file called so isn't opened; nothing if it is.
    static Optional<String> obstacle(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return HARMLESS.contains(ending)
                ? Optional.empty()
                : Optional.of(
                        "Only pictures, films, sounds, PDF and plain text are opened from here;"
                                + " /save keeps "
                                + name
                                + ".");
    }

    /// Where a copy is to be put that is only opened.
    Path place(String name) throws IOException {
        return new OpenedFiles(config.path().resolveSibling("opened")).place(name, Instant.now());
    }

    Outcome open(Path file) throws InterruptedException {
        return opener.open(file.toString(), config.now().settings())
                ? Outcome.told("Opened, as a copy that is kept for a week: " + file)
                : new Outcome.Told(
                        List.of(
                                "There is no program here that opens it (/set links.open names one).",
                                "A copy is at " + file + "; /save keeps it."));
    }
}

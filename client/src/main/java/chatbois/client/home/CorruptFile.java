package chatbois.client.home;

import java.io.IOException;
import java.nio.file.Path;

/// A file of ours does not say what it should. It is never replaced silently: what was in it may
/// not exist anywhere else.
public final class CorruptFile extends IOException {
    private static final long serialVersionUID = 1L;

    CorruptFile(Path file, String why) {
        super(
                "The file "
                        + file
                        + " is damaged ("
                        + why
                        + "). Restore it from a backup; or move its folder away and join again with"
                        + " a new invite.");
    }
}

package chatbois.client.home;

import java.io.IOException;
import java.nio.file.Path;

/// A file of ours does not say what it should. It is never replaced silently: what was in it may
/// not exist anywhere else.
public final class CorruptFile extends IOException {
    private static final long serialVersionUID = 1L;

    /// What makes the membership: without it there is none.
    CorruptFile(Path file, String why) {
        this(file, why, "move its folder away and join again with a new invite");
    }

    private CorruptFile(Path file, String why, String otherwise) {
        super(
                "The file "
                        + file
                        + " is damaged ("
                        + why
                        + "). Restore it from a backup; or "
                        + otherwise
                        + ".");
    }

    /// What somebody wished, which is easily said again.
    static CorruptFile ofWishes(Path file, String why) {
        return new CorruptFile(file, why, "move this file away; what it said is forgotten then");
    }

    /// What was seen of one log.
    static CorruptFile ofPin(Path file, String why) {
        return new CorruptFile(
                file,
                why,
                "move this file away: then it is not noticed if that history was changed before");
    }
}

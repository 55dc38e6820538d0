package chatbois.cellart.source;

import java.nio.file.Path;

/// A file has no picture any more where its preview was to begin.
public final class EndsSooner extends Unreadable {
    /// What is said to last so long may have its last picture a little sooner.
    private static final int LENIENCE = 1_000;

    /// @param wholeMillis 0 if that is not known
    EndsSooner(int fromMillis, long wholeMillis) {
        super("It", rest(fromMillis, wholeMillis));
    }

    private EndsSooner(Path file, EndsSooner cause) {
        super(file, cause);
    }

    private static String rest(int fromMillis, long wholeMillis) {
        String from = PlayTime.word(fromMillis);
        return wholeMillis > 0 && wholeMillis <= fromMillis + LENIENCE
                ? " lasts %s and has nothing to show from %s on."
                        .formatted(PlayTime.word(wholeMillis), from)
                : " has nothing to show from %s on: it ends sooner, or is damaged.".formatted(from);
    }

    @Override
    EndsSooner named(Path file) {
        return new EndsSooner(file, this);
    }
}

package chatbois.terminal.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was drawn of pictures so far. Owned by the screen's thread.
public final class Gallery {
    /// So many are kept for who scrolls back; each takes some hundred kilobytes at most.
    private static final int MOST = 12;

    private final Map<Shot, Exposed> drawn = new LinkedHashMap<>();

    /// A picture as it is known.
    public sealed interface Exposed {
        /// @param frame which one it is
        record Drawn(Panel panel, int frame) implements Exposed {}

        /// It can't be shown, for a reason in a sentence.
        record Failed(String sentence) implements Exposed {}
    }

    public void take(Shot shot, Exposed exposed) {
        drawn.remove(shot);
        drawn.put(shot, exposed);
        if (drawn.size() > MOST) {
            drawn.remove(drawn.keySet().iterator().next());
        }
    }

    public Optional<Exposed> of(Shot shot) {
        return Optional.ofNullable(drawn.get(shot));
    }
}

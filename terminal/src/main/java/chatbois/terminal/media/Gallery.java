package chatbois.terminal.media;

import chatbois.terminal.cell.Pixels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was drawn of pictures so far. Owned by the screen's thread.
public final class Gallery {
    /// So many are kept for who scrolls back; each takes some hundred kilobytes at most, if it
    /// isn't made of pixels.
    private static final int MOST = 12;

    /// So many bytes of pixels are kept, and what is newest in any case.
    private static final int MOST_BYTES = 6_000_000;

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
        while (drawn.size() > 1 && (drawn.size() > MOST || bytes() > MOST_BYTES)) {
            drawn.remove(drawn.keySet().iterator().next());
        }
    }

    private int bytes() {
        int bytes = 0;
        for (Exposed exposed : drawn.values()) {
            if (exposed instanceof Exposed.Drawn(PixelPanel(Pixels pixels), _)) {
                bytes += pixels.print().bytes();
            }
        }
        return bytes;
    }

    public Optional<Exposed> of(Shot shot) {
        return Optional.ofNullable(drawn.get(shot));
    }
}

package chatbois.app.member;

import chatbois.cellart.Cells;
import chatbois.cellart.Colors;
import chatbois.cellart.Escapes;
import chatbois.cellart.Reel;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import chatbois.cellart.track.BadTrack;
import chatbois.cellart.track.Track;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plays a track where the cursor is. One thread plays; any thread may end it.
final class ArtPlayer {
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final Colors colors;
    private final Reel reel;
    private final Consumer<String> terminal;

    @GuardedBy("this")
    private @Nullable Cells shown;

    @GuardedBy("this")
    private boolean begun;

    @GuardedBy("this")
    private boolean ended;

    /// Passes, and can be waited for.
    interface Time {
        long millis();

        void sleep(long millis) throws InterruptedException;

        static Time ofTheMachine() {
            return new Time() {
                @Override
                public long millis() {
                    return System.nanoTime() / 1_000_000;
                }

                @Override
                public void sleep(long millis) throws InterruptedException {
                    Thread.sleep(millis);
                }
            };
        }
    }

    /// @param terminal takes what is written; waiting for it is what slows the playing down
    ArtPlayer(Style style, Colors colors, Size size, Consumer<String> terminal) {
        this.colors = colors;
        this.terminal = terminal;
        reel = new Reel(style, colors, size);
    }

    /// Plays it as often as it says, once if that is for ever. Frames that are late are left out.
    ///
    /// @param forEver until it is ended
    void play(Track track, boolean forEver, Time time) throws BadTrack, InterruptedException {
        Track.Player player = track.player();
        long due = time.millis();
        int rounds = Math.max(track.loops(), 1);
        for (int round = 0; forEver && track.frames() > 1 || round < rounds; round++) {
            for (int frame = 0; frame < track.frames(); frame++) {
                long next = due + track.millis(frame);
                boolean last = frame == track.frames() - 1;
                if (last || time.millis() < next) {
                    time.sleep(Math.max(due - time.millis(), 0));
                    show(reel.next(player.frame(frame), Reel.USUAL_THRIFT));
                }
                due = next;
            }
            time.sleep(Math.max(due - time.millis(), 0));
        }
    }

    private synchronized void show(Cells cells) {
        if (!ended) {
            Cells before = shown;
            terminal.accept(
                    before == null
                            ? HIDE_CURSOR + Escapes.of(cells, colors)
                            : Escapes.turned(before, cells, colors));
            shown = cells;
            begun = true;
        }
    }

    /// Whatever the terminal made of it when its size changed is gone with the next frame.
    synchronized void redraw() {
        if (!ended && shown != null) {
            terminal.accept(CLEAR);
            shown = null;
        }
    }

    /// Nothing is written any more, and the cursor is back.
    synchronized void end() {
        if (!ended && begun) {
            terminal.accept(SHOW_CURSOR);
        }
        ended = true;
    }
}

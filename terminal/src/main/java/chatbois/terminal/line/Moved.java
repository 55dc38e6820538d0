package chatbois.terminal.line;

import chatbois.terminal.command.Spot;
import chatbois.terminal.command.Transfers;
import chatbois.terminal.text.Amount;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far the file is that is being sent or fetched: a line for one that takes longer than a
/// moment, and then one each ten seconds, so that nobody waits in silence. As long as it moves,
/// nothing is late. Safe for any thread.
final class Moved implements Transfers {
    /// Milliseconds in which a file may be there before it is worth a line.
    private static final long MOMENT = 1_000;

    private static final long EVERY = 10_000;
    private static final int PERCENT = 100;

    private final Clock clock;
    private final Runnable begun;

    @GuardedBy("this")
    private long last = Long.MIN_VALUE / 2;

    @GuardedBy("this")
    private @Nullable Object file;

    @GuardedBy("this")
    private String line = "";

    /// When the next line may be told.
    @GuardedBy("this")
    private long due = Long.MIN_VALUE;

    /// @param begun rings whoever asks for lines, when there is a file anew
    Moved(Clock clock, Runnable begun) {
        this.clock = clock;
        this.begun = begun;
    }

    /// When it came on last, in milliseconds, as the clock has them.
    synchronized long last() {
        return last;
    }

    /// When there will be a line; the end of time if nothing moves.
    synchronized long due() {
        return file == null ? Long.MAX_VALUE : due;
    }

    /// How far it is, if it is time to tell that.
    synchronized Optional<String> line() {
        if (clock.millis() < due()) {
            return Optional.empty();
        }
        due = clock.millis() + EVERY;
        return Optional.of(line);
    }

    @Override
    public void at(Spot spot, Object what, String words, long done, long all) {
        if (moves(what, words, done, all)) {
            begun.run();
        }
    }

    private synchronized boolean moves(Object what, String words, long done, long all) {
        boolean anew = file != what;
        last = clock.millis();
        due = anew ? Math.max(due, last + MOMENT) : due;
        file = what;
        line =
                all == 0
                        ? words + " …"
                        : "%s: %d %% of %s."
                                .formatted(words, done * PERCENT / all, new Amount(all));
        return anew;
    }

    @Override
    public synchronized void over(Object what) {
        file = file == what ? null : file;
    }

    /// In a pipe nobody answers; and who talks in lines wants no more to read than there must be.
    @Override
    public boolean isSeen() {
        return false;
    }
}

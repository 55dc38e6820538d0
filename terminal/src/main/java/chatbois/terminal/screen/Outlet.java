package chatbois.terminal.screen;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Dress;
import chatbois.terminal.cell.Painter;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Writes to the terminal on a thread of its own, so that nobody ever waits for a slow one: of the
/// pictures that come while it writes, only the latest is painted.
///
/// Any thread may call it. Only while it is open are pictures painted; words, what greets the
/// terminal and bids it farewell, are written in any case and in order.
final class Outlet implements Brush.Road {
    private sealed interface Job {
        record Words(String text, boolean last) implements Job {}

        record Picture(Cells cells, boolean whole, boolean anew, Optional<Dress> dress)
                implements Job {}

        record End() implements Job {}
    }

    /// Asks whether the terminal is well, which it answers when it has taken all before.
    static final String ASK = "\u001b[5n";

    /// Says no more than this while the terminal takes nothing, in characters.
    private static final int MOST_WORDS = 16 * 1024;

    private final LongSupplier clock;
    private final OutputStream terminal;
    private final Brush brush;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition done = lock.newCondition();

    @GuardedBy("lock")
    private String words = "";

    @GuardedBy("lock")
    private Optional<Cells> picture = Optional.empty();

    /// Whether the picture is newer than what the terminal shows.
    @GuardedBy("lock")
    private boolean fresh;

    /// Whether nothing is known of what the terminal shows.
    @GuardedBy("lock")
    private boolean whole;

    /// Whether it may also have lost the pixels that it was sent.
    @GuardedBy("lock")
    private boolean anew;

    /// Whether the words take leave of the terminal, which keeps no pixels of ours then.
    @GuardedBy("lock")
    private boolean leaving;

    /// How pictures are painted from the next one on; nothing if that is no news.
    @GuardedBy("lock")
    private Optional<Dress> dress = Optional.empty();

    /// Until then no picture is painted, unless it is let go before; by the clock.
    @GuardedBy("lock")
    private long heldUntil;

    @GuardedBy("lock")
    private boolean busy;

    @GuardedBy("lock")
    private final Pace pace = new Pace();

    /// How many bytes of what is less urgent were ever written.
    @GuardedBy("lock")
    private long laterBytes;

    private final boolean answers;

    @GuardedBy("lock")
    private boolean ended;

    private volatile boolean open;

    /// @param answers whether the terminal says that it is well when it is asked
    Outlet(OutputStream terminal, Painter painter, boolean answers) {
        this(terminal, painter, answers, System::nanoTime);
    }

    /// @param clock in nanoseconds
    Outlet(OutputStream terminal, Painter painter, boolean answers, LongSupplier clock) {
        this.clock = clock;
        heldUntil = clock.getAsLong();
        this.terminal = terminal;
        brush = new Brush(terminal, painter, this);
        this.answers = answers;
    }

    void start() {
        Thread.ofPlatform().daemon().name("terminal-output").start(this::run);
    }

    /// Greets the terminal and paints from now on.
    void open(String greeting) {
        lock.lock();
        try {
            open = true;
            heldUntil = clock.getAsLong();
            words += greeting;
            repaintAnew();
        } finally {
            lock.unlock();
        }
    }

    /// Says something to the terminal that isn't seen in the picture; nothing while it is closed.
    void say(String text) {
        lock.lock();
        try {
            if (open && words.length() < MOST_WORDS) {
                words += text;
                wanted.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Paints the latest picture again, and all of it.
    void repaint() {
        lock.lock();
        try {
            fresh = true;
            whole = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The same, and all pixels are sent again, for a terminal that may have lost them.
    void repaintAnew() {
        lock.lock();
        try {
            anew = true;
            repaint();
        } finally {
            lock.unlock();
        }
    }

    /// Paints nothing for so long, or until it is let go: what it will look like is being asked.
    void hold(Duration atMost) {
        lock.lock();
        try {
            heldUntil = clock.getAsLong() + atMost.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /// Paints, if that was held.
    void letGo() {
        lock.lock();
        try {
            heldUntil = clock.getAsLong();
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Paints in other colours.
    void dress(Dress other) {
        lock.lock();
        try {
            dress = Optional.of(other);
            repaint();
        } finally {
            lock.unlock();
        }
    }

    /// Paints a picture in place of any that still waits.
    void show(Cells cells) {
        lock.lock();
        try {
            picture = Optional.of(cells);
            fresh = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The terminal says that it is well: it has taken what was sent before it was asked.
    void ready() {
        lock.lock();
        try {
            pace.answered(clock.getAsLong());
            wanted.signal();
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Paints nothing more for so long, and waits as long for the answers that are still to come:
    /// they would be taken for keys by whoever has the terminal next.
    void settle(Duration atMost) {
        hold(atMost);
        lock.lock();
        try {
            await(atMost, /* pictures= */ false);
        } finally {
            lock.unlock();
        }
    }

    /// How the terminal gets along.
    Traffic traffic() {
        lock.lock();
        try {
            boolean behind = busy || wantsPainting() || pace.isBusy(clock.getAsLong());
            int frame = answers ? pace.frame() : Integer.MAX_VALUE;
            return new Traffic(behind, laterBytes, (long) pace.rate(), frame);
        } finally {
            lock.unlock();
        }
    }

    /// Stops painting, even in the middle of a picture, says farewell, and waits until that is out,
    /// but no longer than a stuck terminal deserves.
    void close(String farewell, Duration patience) {
        open = false;
        lock.lock();
        try {
            words += farewell;
            leaving = true;
            wanted.signal();
            await(patience, /* pictures= */ false);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all is written that is to be shown, but no longer than that.
    void awaitShown(Duration patience) {
        lock.lock();
        try {
            await(patience, /* pictures= */ true);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void await(Duration patience, boolean pictures) {
        long nanos = patience.toNanos();
        try {
            while (!ended && nanos > 0 && (pictures ? isBehind() : isSpeaking())) {
                nanos = done.awaitNanos(nanos);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether words are to be written or answered.
    @GuardedBy("lock")
    private boolean isSpeaking() {
        return busy || !words.isEmpty() || pace.isWaiting();
    }

    /// Whether words or a picture are to be written.
    @GuardedBy("lock")
    private boolean isBehind() {
        return busy || !words.isEmpty() || wantsPainting();
    }

    /// Ends the thread, now or once the terminal takes what is being written.
    void end() {
        lock.lock();
        try {
            ended = true;
            wanted.signal();
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            Job job = next();
            while (!(job instanceof Job.End)) {
                carryOut(job);
                job = next();
            }
        } catch (IOException | InterruptedException _) {
            // The terminal is gone; its input has ended as well, and that is reported.
            end();
        }
    }

    private Job next() throws InterruptedException {
        lock.lock();
        try {
            busy = false;
            while (!ended && words.isEmpty() && (!wantsPainting() || held() > 0)) {
                done.signalAll();
                if (wantsPainting()) {
                    wanted.awaitNanos(held());
                } else {
                    wanted.await();
                }
            }
            if (ended) {
                return new Job.End();
            }
            busy = true;
            return words.isEmpty() ? takePicture() : takeWords();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean wantsPainting() {
        return open && fresh && picture.isPresent();
    }

    @GuardedBy("lock")
    private long held() {
        return heldUntil - clock.getAsLong();
    }

    @GuardedBy("lock")
    private Job takeWords() {
        Job job = new Job.Words(words, leaving);
        words = "";
        leaving = false;
        return job;
    }

    @GuardedBy("lock")
    private Job takePicture() {
        Job job = new Job.Picture(picture.orElseThrow(), whole, anew, dress);
        fresh = false;
        whole = false;
        anew = false;
        dress = Optional.empty();
        return job;
    }

    private void carryOut(Job job) throws IOException, InterruptedException {
        switch (job) {
            case Job.Words(String text, boolean last) ->
                    brush.write(last ? brush.farewell() + text : text);
            case Job.Picture(Cells cells, boolean all, boolean lost, var other) -> {
                other.ifPresent(brush::dress);
                if (all) {
                    brush.forget(lost);
                }
                brush.paint(cells);
            }
            case Job.End() -> {}
        }
        terminal.flush();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Brush.Questions sends(int bytes) {
        lock.lock();
        try {
            laterBytes += bytes;
            long now = clock.getAsLong();
            boolean after = answers && open && pace.asks();
            boolean before = after && pace.wantsTry(now);
            if (before) {
                pace.tried(ASK.length(), now);
            }
            if (after) {
                pace.sent(bytes, now);
            }
            return new Brush.Questions(before, after);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isOvertaken() {
        lock.lock();
        try {
            boolean overtaken = !open || ended || fresh || !words.isEmpty();
            fresh |= overtaken;
            return overtaken;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean mayGo(int bytes) {
        lock.lock();
        try {
            long now = clock.getAsLong();
            return !answers || pace.room(now) >= bytes || pace.isWhole(bytes) && pace.isIdle(now);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isWhole(int bytes) {
        lock.lock();
        try {
            return pace.isWhole(bytes);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int piece() {
        lock.lock();
        try {
            return Math.max(pace.piece(), Brush.CELL_BYTES);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitRoom(int bytes) throws InterruptedException {
        lock.lock();
        try {
            while (open && !ended && !fresh && words.isEmpty()) {
                long now = clock.getAsLong();
                if (pace.room(now) >= bytes || pace.isIdle(now)) {
                    return true;
                }
                wanted.awaitNanos(Pace.patience());
            }
            fresh = true;
            return false;
        } finally {
            lock.unlock();
        }
    }
}

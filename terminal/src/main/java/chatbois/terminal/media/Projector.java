package chatbois.terminal.media;

import chatbois.cellart.Cells;
import chatbois.cellart.pixel.Medium;
import chatbois.cellart.pixel.Print;
import chatbois.cellart.track.BadTrack;
import chatbois.cellart.track.Track;
import chatbois.cellart.worker.Look;
import chatbois.cellart.worker.Studio;
import chatbois.terminal.cell.Pixels;
import chatbois.terminal.media.Gallery.Exposed;
import chatbois.terminal.screen.Traffic;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has pictures drawn that are to be seen, and plays those that move: the newest as it was made,
/// the others with few frames, all within what they may cost. A frame for which it is too late is
/// left out; none is drawn while the terminal is behind. Any thread may call it; nobody waits.
///
/// Its thread sleeps as long as nothing moves.
public final class Projector implements AutoCloseable {
    /// Those that don't lead have four frames a second.
    private static final long SLOW_FRAME = Duration.ofMillis(250).toNanos();

    /// What a picture of pixels may have, in bytes: on a line that isn't known to be slow, as long
    /// as it is waited for on a slow one; a film so many that this many frames in a second may be
    /// had.
    private static final int MOST_PIXELS = 1_500_000;

    private static final int MOST_MOVING = 256 * 1024;
    private static final int LEAST_PIXELS = 16 * 1024;
    private static final double STILL_SECONDS = 2;
    private static final int FEWEST_FRAMES = 8;

    /// Pictures of pixels have numbers of 16 bits, and before these eight by which they are told
    /// from those of other programs in the same terminal.
    private static final int NUMBERS = 0xFFFF;

    private static final int FAMILY_SHIFT = 16;
    private static final int FAMILIES = 256;

    /// When the terminal is behind, or the money spent, it is looked again after this.
    private static final long SOON = Duration.ofMillis(10).toNanos();

    /// Over a line slower than this nothing moves while somebody types.
    private static final long SLOW_LINE = 192 * 1024;

    /// More than this no cell of a picture takes.
    private static final int MOST_CELL_BYTES = 50;

    private static final long TYPING = Duration.ofMillis(700).toNanos();

    private final Function<Source, CompletableFuture<byte[]>> tracks;
    private final Studio studio;
    private final Supplier<Traffic> traffic;
    private final BiConsumer<Shot, Exposed> drawn;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private Map<Shot, Screening> screenings = new LinkedHashMap<>();

    @GuardedBy("lock")
    private Conditions conditions = new Conditions(false, 1, 0, 0);

    @GuardedBy("lock")
    private final Purse purse = new Purse();

    /// How many frames were drawn and told.
    @GuardedBy("lock")
    private long told;

    /// How many bytes of a frame the terminal takes in a moment.
    @GuardedBy("lock")
    private int frameBytes;

    private final int family = ThreadLocalRandom.current().nextInt(1, FAMILIES);

    @GuardedBy("lock")
    private int numbers;

    /// Whether something has happened since the last look.
    @GuardedBy("lock")
    private boolean news;

    @GuardedBy("lock")
    private boolean running;

    @GuardedBy("lock")
    private boolean closed;

    /// @param tracks fetches a preview track
    /// @param drawn is told what was drawn, by any thread
    public Projector(
            Function<Source, CompletableFuture<byte[]>> tracks,
            Studio studio,
            Supplier<Traffic> traffic,
            BiConsumer<Shot, Exposed> drawn) {
        this.tracks = tracks;
        this.studio = studio;
        this.traffic = traffic;
        this.drawn = drawn;
    }

    /// Says what is to be seen from now on, the one that leads last.
    public void show(List<Wanted> wanted, Conditions now) {
        lock.lock();
        try {
            conditions = now;
            Map<Shot, Screening> next = new LinkedHashMap<>();
            for (Wanted one : wanted) {
                Screening screening = screenings.remove(one.shot());
                next.put(one.shot(), (screening == null ? begun(one) : screening).as(one));
            }
            screenings.values().forEach(Screening::close);
            screenings = next;
            boolean last = true;
            for (Screening screening : List.copyOf(next.values()).reversed()) {
                screening.leads = last;
                last = false;
            }
            tell();
            if (!running && !next.isEmpty() && !closed) {
                running = true;
                Thread.ofPlatform().daemon().name("pictures").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void tell() {
        news = true;
        changed.signal();
    }

    /// The same film in another size goes on where it was.
    @GuardedBy("lock")
    private Screening begun(Wanted one) {
        Screening begun = new Screening(one.shot(), one.playback());
        screenings.values().stream()
                .filter(other -> other.shot.source().equals(one.shot().source()))
                .findFirst()
                .ifPresent(begun::goOnFrom);
        return begun;
    }

    private void run() {
        lock.lock();
        try {
            play();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void play() throws InterruptedException {
        try {
            while (!closed && !screenings.isEmpty()) {
                news = false;
                long wait = step(System.nanoTime());
                while (!news && wait > 0) {
                    wait = changed.awaitNanos(wait);
                }
            }
        } finally {
            running = false;
        }
    }

    /// Asks for all that is due, and says for how long nothing will be, in nanoseconds.
    @GuardedBy("lock")
    private long step(long now) {
        Traffic road = traffic.get();
        boolean plays = plays(road, now);
        purse.fill(budget(road), road.laterBytes(), now);
        boolean free = !road.behind() && purse.isOpen() && conditions.taken() >= told;
        frameBytes = road.frame();
        long wait = Long.MAX_VALUE;
        for (Screening one : screenings.values()) {
            one.move(plays, now);
            if (one.waiting || one.failed) {
                continue;
            }
            if (one.showing == null) {
                fetch(one);
            } else if (one.shown < 0) {
                draw(one, now);
            } else if (one.moves()) {
                wait = Math.min(wait, stepMoving(one, plays, free, now));
            } else if (!one.finished && isNothingElseDue()) {
                draw(one, now);
            }
        }
        return plays ? wait : untilPlays(wait, now);
    }

    /// What was drawn quickly is drawn with all care when nobody waits for anything else.
    @GuardedBy("lock")
    private boolean isNothingElseDue() {
        return screenings.values().stream()
                .allMatch(other -> other.failed || other.shown >= 0 && !other.waiting);
    }

    /// While somebody types it only pauses.
    @GuardedBy("lock")
    private long untilPlays(long wait, long now) {
        return conditions.playing()
                ? Math.min(wait, Math.max(conditions.typedAt() + TYPING - now, SOON))
                : wait;
    }

    @GuardedBy("lock")
    private long stepMoving(Screening one, boolean plays, boolean free, long now) {
        boolean still = one.playback.speed() == 0;
        long pause = one.leads ? 0 : one.shownAt + SLOW_FRAME - now;
        if (one.due() == one.shown && !(one.rough && (still || plays))) {
            return still || !plays ? Long.MAX_VALUE : Math.max(one.untilNext(), pause);
        }
        if (!still && (!plays || pause > 0)) {
            return plays ? pause : Long.MAX_VALUE;
        }
        if (!free) {
            return SOON;
        }
        draw(one, now);
        return Long.MAX_VALUE;
    }

    @GuardedBy("lock")
    private boolean plays(Traffic road, long now) {
        boolean slow = road.rate() > 0 && road.rate() < SLOW_LINE;
        return conditions.playing() && !(slow && now - conditions.typedAt() < TYPING);
    }

    /// A part of what the terminal takes is left for what people write.
    @GuardedBy("lock")
    private double budget(Traffic road) {
        double taken = road.rate() == 0 ? Double.MAX_VALUE : road.rate() * 0.7;
        return Math.min(conditions.bytes(), taken);
    }

    @GuardedBy("lock")
    private void fetch(Screening one) {
        one.waiting = true;
        tracks.apply(one.shot.source())
                .whenComplete((bytes, failure) -> {
                    lock.lock();
                    try {
                        one.waiting = false;
                        if (failure == null) {
                            loaded(one, bytes);
                        } else {
                            fail(one, failure);
                        }
                        tell();
                    } finally {
                        lock.unlock();
                    }
                });
    }

    @GuardedBy("lock")
    private void loaded(Screening one, byte[] bytes) {
        try {
            one.track = Track.read(bytes);
            one.showing = studio.show(bytes);
        } catch (BadTrack e) {
            fail(one, e);
        }
    }

    @GuardedBy("lock")
    private void fail(Screening one, Throwable failure) {
        one.failed = true;
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        String message = cause.getMessage();
        told++;
        drawn.accept(
                one.shot,
                new Exposed.Failed(
                        message == null
                                ? "It can't be shown here."
                                : "It can't be shown. " + message));
    }

    @GuardedBy("lock")
    private void draw(Screening one, long now) {
        if (one.showing == null) {
            return;
        }
        int frame = one.due();
        one.waiting = true;
        one.shownAt = now;
        switch (one.shot.look().manner()) {
            case Look.Characters _ ->
                    one.showing
                            .draw(
                                    one.shot.look(),
                                    frame,
                                    one.moves() ? purse.thrift() : 0,
                                    most(one))
                            .whenComplete((cells, failure) -> drawn(one, frame, cells, failure));
            case Look.Pixels(Medium medium, _, _) ->
                    one.showing
                            .print(one.shot.look(), frame, mostBytes(one, medium))
                            .whenComplete((print, failure) -> printed(one, frame, print, failure));
        }
    }

    /// So many bytes of pixels are on their way to the terminal for no longer than somebody waits,
    /// or that a film seems to move.
    @GuardedBy("lock")
    private int mostBytes(Screening one, Medium medium) {
        Traffic road = traffic.get();
        double still = road.rate() == 0 ? MOST_PIXELS : road.rate() * STILL_SECONDS;
        double most =
                one.moves()
                        ? Math.clamp(budget(road) / FEWEST_FRAMES, LEAST_PIXELS, MOST_MOVING)
                        : Math.clamp(still, LEAST_PIXELS, MOST_PIXELS);
        return (int) (medium == Medium.SIXEL ? most : most * 3 / 4); // the others as base64
    }

    /// All that move together may take as many bytes as the terminal takes in a moment: then a
    /// frame is never half on the screen when a key is pressed.
    @GuardedBy("lock")
    private int most(Screening one) {
        boolean begins = one.shown < 0;
        int moving = (int) screenings.values().stream().filter(Screening::moves).count();
        return begins || frameBytes == Integer.MAX_VALUE
                ? Integer.MAX_VALUE
                : frameBytes / Math.max(moving, 1);
    }

    private void drawn(
            Screening one, int frame, @Nullable Cells cells, @Nullable Throwable failure) {
        lock.lock();
        try {
            hang(one, frame, cells == null ? null : Panel.of(cells, one.panel), failure);
        } finally {
            lock.unlock();
        }
    }

    /// What was drawn in few bytes is drawn on until it stays the same.
    @GuardedBy("lock")
    private void show(Screening one, int frame, Panel panel) {
        int cells = panel.size().columns() * panel.size().rows();
        boolean same = frame == one.shown && panel.looksAs(one.panel);
        boolean cheap = panel instanceof CellPanel; // pixels come whole, as late as it may be
        one.rough = cheap && !same && frameBytes < cells * MOST_CELL_BYTES;
        one.shown = frame;
        one.panel = panel;
        if (!same) {
            told++;
            drawn.accept(one.shot, new Exposed.Drawn(panel, frame));
        }
    }

    private void printed(
            Screening one, int frame, @Nullable Print print, @Nullable Throwable failure) {
        lock.lock();
        try {
            Panel panel = print == null ? null : new PixelPanel(new Pixels(number(), print));
            hang(one, frame, panel, failure);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private int number() {
        numbers = numbers + 1 & NUMBERS;
        return family << FAMILY_SHIFT | numbers;
    }

    @GuardedBy("lock")
    private void hang(
            Screening one, int frame, @Nullable Panel panel, @Nullable Throwable failure) {
        one.waiting = false;
        if (screenings.get(one.shot) != one) {
            return; // nobody sees it any more
        }
        boolean again = one.shown >= 0 && !one.moves();
        if (panel != null) {
            one.finished = again || panel instanceof PixelPanel;
            show(one, frame, panel);
        } else if (again) {
            one.finished = true; // what was drawn quickly stays
        } else {
            fail(one, failure == null ? new IllegalStateException() : failure);
        }
        tell();
    }

    /// Ends all.
    @Override
    public void close() {
        List<Screening> ended = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            ended.addAll(screenings.values());
            screenings.clear();
            tell();
        } finally {
            lock.unlock();
        }
        ended.forEach(Screening::close);
        studio.close();
    }
}

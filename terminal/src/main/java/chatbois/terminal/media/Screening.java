package chatbois.terminal.media;

import chatbois.cellart.track.Track;
import chatbois.cellart.worker.Showing;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One picture that is to be seen, and where its film is. For one thread at a time.
final class Screening {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int NONE = -1;

    final Shot shot;
    Playback playback;

    /// Whether it plays at its full rate.
    boolean leads;

    @Nullable Track track;
    @Nullable Showing showing;
    @Nullable Panel panel;

    /// Whether an answer is awaited, from the server or from the worker.
    boolean waiting;

    boolean failed;

    /// The frame that stands on the screen.
    int shown = NONE;

    /// Whether that was drawn in few bytes, and may become better with some more.
    boolean rough;

    /// Whether it is as good as it will be; what moves never is.
    boolean finished;

    /// When that was asked for.
    long shownAt;

    private double position;
    private long movedAt;

    /// How fast it has been played since then.
    private double speed;

    Screening(Shot shot, Playback playback) {
        this.shot = shot;
        this.playback = playback;
    }

    Screening as(Wanted wanted) {
        if (wanted.playback().again() != playback.again()) {
            position = 0;
            speed = 0;
        }
        playback = wanted.playback();
        return this;
    }

    /// Goes on where the same film is elsewhere.
    void goOnFrom(Screening other) {
        position = other.position;
        movedAt = other.movedAt;
    }

    /// Lets go of it.
    void close() {
        if (showing != null) {
            showing.close();
        }
    }

    boolean moves() {
        return track != null && track.frames() > 1;
    }

    /// Says whether it plays from now on; until now it did as was said before. It begins when its
    /// first frame is there, and goes on from the one on which it was made to stand.
    void move(boolean plays, long now) {
        position += (now - movedAt) * speed / MILLI;
        movedAt = now;
        speed = plays && shown >= 0 ? playback.speed() : 0;
        Track film = track;
        if (film != null && playback.speed() == 0 && playback.frame() >= 0) {
            position = begin(film, playback.frame());
        }
    }

    /// Which frame is to be seen.
    int due() {
        Track film = track;
        if (film == null || !moves()) {
            return 0;
        }
        if (playback.speed() == 0) {
            int wanted = playback.frame() < 0 ? Math.max(shown, 0) : playback.frame();
            return Math.clamp(wanted, 0, film.frames() - 1);
        }
        return at(film, inLoop(film));
    }

    /// Until another frame is due, in nanoseconds.
    long untilNext() {
        Track film = track;
        if (film == null || playback.speed() == 0) {
            return Long.MAX_VALUE;
        }
        double at = inLoop(film);
        double end = begin(film, at(film, at) + 1);
        return (long) ((end - at) / playback.speed() * MILLI) + MILLI;
    }

    /// Where it is in the film; at its end once it was played as often as it is to be.
    private double inLoop(Track film) {
        int total = Math.max(film.totalMillis(), 1);
        boolean over = film.loops() > 0 && position >= (double) total * film.loops();
        return over ? total : position % total;
    }

    private static double begin(Track film, int frame) {
        double begin = 0;
        for (int i = 0; i < Math.min(frame, film.frames()); i++) {
            begin += film.millis(i);
        }
        return begin;
    }

    private static int at(Track film, double millis) {
        double left = millis;
        int frame = 0;
        while (frame < film.frames() - 1 && left >= film.millis(frame)) {
            left -= film.millis(frame++);
        }
        return frame;
    }
}

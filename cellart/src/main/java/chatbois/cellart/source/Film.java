package chatbois.cellart.source;

import chatbois.cellart.Picture;
import chatbois.cellart.track.Bound;
import chatbois.cellart.track.Shrink;
import chatbois.cellart.track.TrackWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a track of the pictures that are shown to it, each made small at once. For one thread.
final class Film implements Screen {
    private final Wish wish;
    private final long deadline;

    /// The first one, as large as it may be if there is no other.
    private @Nullable Picture first;

    /// How long the first one is to be seen.
    private int firstMillis;

    private @Nullable TrackWriter writer;
    private long at;
    private long skipped;
    private int shown;
    private int loops = 1;
    private boolean cut;
    private long whole;

    /// @param deadline in the time of [System#nanoTime]: then it has enough
    Film(Wish wish, long deadline) {
        this.wish = wish;
        this.deadline = deadline;
    }

    @Override
    public int side(boolean moves) {
        return moves ? Bound.MOVING.side() : Bound.STILL.side();
    }

    @Override
    public void skip(int millis) {
        at += millis;
        skipped += millis;
    }

    @Override
    public void loops(int times) {
        loops = times;
    }

    @Override
    public void lasts(long millis) {
        whole = millis;
    }

    @Override
    public boolean show(Picture picture, int millis) {
        shown++;
        int begin = (int) Math.clamp(at, wish.fromMillis(), wish.endMillis());
        at += millis;
        int seen = (int) Math.min(at, wish.endMillis()) - begin;
        if (first == null) {
            first = fitting(picture, Bound.STILL);
            firstMillis = seen;
            return true;
        }
        if (begin == wish.endMillis() || System.nanoTime() > deadline) {
            cut = true;
            return false;
        }
        if (seen > 0 && !writer().add(fitting(picture, Bound.MOVING), seen)) {
            cut = true;
            return false;
        }
        return true;
    }

    /// Where they are written, the first one being there.
    private TrackWriter writer() {
        TrackWriter into = writer;
        if (into == null) {
            Picture small = fitting(Objects.requireNonNull(first), Bound.MOVING);
            into = new TrackWriter(small.width(), small.height(), Bound.MOVING);
            if (firstMillis > 0) {
                into.add(small, firstMillis);
            }
            writer = into;
        }
        return into;
    }

    private static Picture fitting(Picture picture, Bound bound) {
        int longest = Math.max(picture.width(), picture.height());
        double scale = Math.min(1, (double) bound.side() / longest);
        return Shrink.to(picture, scaled(picture.width(), scale), scaled(picture.height(), scale));
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    /// Whether it is one picture and no film, so that there is no time to choose.
    private boolean isStill() {
        return shown == 1 && skipped == 0 && whole == 0;
    }

    /// The track of what was shown.
    Prepared develop(Format format) throws Unreadable {
        if (writer != null) {
            return new Prepared(format, writer.loops(loops).finish(), cut, whole);
        }
        if (at > 0 && firstMillis <= 0 && !isStill()) {
            throw new EndsSooner(wish.fromMillis(), whole > 0 ? whole : at - skipped);
        }
        if (first == null) {
            throw new Unreadable("it is damaged, or made in a way that isn't known here");
        }
        TrackWriter still = new TrackWriter(first.width(), first.height(), Bound.STILL);
        return new Prepared(format, still.finish(first), cut, 0);
    }
}

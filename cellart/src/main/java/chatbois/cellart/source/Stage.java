package chatbois.cellart.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Puts the frames of a moving picture together, each onto what the ones before left. For one
/// thread.
final class Stage {
    /// The most pixels.
    static final int MOST = 9_000_000;

    private final int width;
    private final int height;
    private final int[] argb;
    private final Screen screen;
    private @Nullable Patch last;
    private int @Nullable [] before;
    private int ground = -1;

    /// @throws Unreadable if it is too large
    Stage(int width, int height, Screen screen) throws Unreadable {
        StillReader.check(width, height);
        if ((long) width * height > MOST) {
            throw new Unreadable(
                    "it has %d x %d pixels, and what can move has %d million at most"
                            .formatted(width, height, MOST / 1_000_000));
        }
        this.width = width;
        this.height = height;
        this.screen = screen;
        argb = new int[width * height];
    }

    /// @return whether more is wanted
    boolean show(Patch patch) throws Unreadable {
        dispose();
        before = patch.after() == Patch.After.TAKEN_BACK ? argb.clone() : null;
        last = patch;
        Pixels pixels = patch.pixels();
        for (int y = top(patch); y < bottom(patch); y++) {
            for (int x = left(patch); x < right(patch); x++) {
                int from = (y - patch.y()) * pixels.width() + x - patch.x();
                put(y * width + x, pixels.argb()[from], patch.over());
            }
        }
        Pixels whole = new Pixels(width, height, argb.clone());
        if (ground < 0) {
            ground = whole.ground();
        }
        return screen.show(whole.on(ground), patch.millis());
    }

    private void put(int at, int pixel, boolean over) {
        int alpha = pixel >>> 24;
        if (!over || alpha == 255) {
            argb[at] = pixel;
        } else if (alpha > 0) {
            argb[at] = mixed(pixel, argb[at]);
        }
    }

    /// One pixel on another, both of which may be transparent in part.
    private static int mixed(int above, int below) {
        int aboveAlpha = above >>> 24;
        int rest = (below >>> 24) * (255 - aboveAlpha) / 255;
        int alpha = aboveAlpha + rest;
        int mixed = alpha << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            int sum = (above >> shift & 255) * aboveAlpha + (below >> shift & 255) * rest;
            mixed |= sum / alpha << shift;
        }
        return mixed;
    }

    private void dispose() {
        Patch patch = last;
        if (patch == null) {
            return;
        }
        switch (patch.after()) {
            case STAYS -> {}
            case CLEARED -> {
                for (int y = top(patch); y < bottom(patch) && left(patch) < right(patch); y++) {
                    Arrays.fill(argb, y * width + left(patch), y * width + right(patch), 0);
                }
            }
            case TAKEN_BACK -> {
                if (before != null) {
                    System.arraycopy(before, 0, argb, 0, argb.length);
                }
            }
        }
    }

    private int left(Patch patch) {
        return Math.min(patch.x(), width);
    }

    private int right(Patch patch) {
        return (int) Math.min((long) patch.x() + patch.pixels().width(), width);
    }

    private int top(Patch patch) {
        return Math.min(patch.y(), height);
    }

    private int bottom(Patch patch) {
        return (int) Math.min((long) patch.y() + patch.pixels().height(), height);
    }
}

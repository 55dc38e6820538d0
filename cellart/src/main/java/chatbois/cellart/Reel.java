package chatbois.cellart;

import java.util.function.Function;

/// One moving picture on one screen: makes cells of frame after frame and knows what stands on the
/// screen. A cell changes only if by that it becomes so much more alike as its bytes are worth, so
/// what doesn't move doesn't flicker. Not safe for more than one thread.
public final class Reel {
    /// A thrift by which a good part of the bytes go that exact frames take, and hardly anything of
    /// what is seen.
    public static final double USUAL_THRIFT = 50;

    /// What stands on the screen.
    sealed interface Screen permits Fitted, Sketched {
        /// Goes on to the next frame.
        ///
        /// @param scaler that has just scaled it
        /// @param most the most bytes that a painter may need for it, unless it is the first one
        Cells next(Raster raster, Scaler scaler, double thrift, int most);
    }

    private final Scaler scaler;
    private final Screen screen;

    public Reel(Style style, Colors colors, Size size) {
        this(style, colors, size, Products::fastest);
    }

    Reel(Style style, Colors colors, Size size, Function<float[][], Products> ranking) {
        scaler = new Scaler(size);
        screen =
                colors == Colors.NONE
                        ? new Sketched(style.glyphs(), size, ranking)
                        : new Fitted(style.glyphs(), colors, size, ranking);
    }

    /// The cells for the next frame; those of the frame before are taken to stand on the screen.
    ///
    /// @param thrift what a byte is worth: so much error, as the sum of squares over a cell's 64
    ///   pixels, is borne to save one. 0 for exact frames. What was saved on is made up for when
    ///   thrift becomes less, even if the picture stays.
    public Cells next(Picture frame, double thrift) {
        return next(frame, thrift, Integer.MAX_VALUE);
    }

    /// The same in so few bytes that a slow line takes them in a moment: what that can't hold, the
    /// next frames make up for. All over the picture the same thrift is found with which it does,
    /// so the fewer bytes there are, the coarser all of it becomes.
    ///
    /// @param most the most bytes, if there was a frame before
    public Cells next(Picture frame, double thrift, int most) {
        return screen.next(scaler.scale(frame), scaler, thrift, most);
    }
}

package chatbois.cellart.worker;

import chatbois.cellart.Colors;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import chatbois.cellart.pixel.Medium;

/// How a picture is to be shown.
public record Look(Manner manner, Size size, Crop crop) {
    /// Of what it is made.
    public sealed interface Manner {}

    /// Of characters.
    public record Characters(Style style, Colors colors) implements Manner {}

    /// Of pixels.
    ///
    /// @param cellWidth the pixels of one of the terminal's cells
    public record Pixels(Medium medium, int cellWidth, int cellHeight) implements Manner {}

    public Look(Style style, Colors colors, Size size, Crop crop) {
        this(new Characters(style, colors), size, crop);
    }
}

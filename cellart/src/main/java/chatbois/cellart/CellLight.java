package chatbois.cellart;

/// The light of one cell as a whole, as somebody sees it who looks at all of the picture. Eyes add
/// light up, and not what is sent for it ([Light]): a cell in the colours that differ least pixel
/// by pixel may be too bright or too dark. Not safe for more than one thread.
final class CellLight {
    /// What covers less can't make up for what is lacking.
    private static final double LITTLE = 0.01;

    private final int[][] pixels = new int[Raster.CHANNELS][Glyph.PIXELS];

    /// What the picture has there, in each channel, 0 to 1.
    private final float[] meant = new float[Raster.CHANNELS];

    /// Turns to a cell.
    void turn(Raster raster, int column, int row) {
        raster.cell(column, row, pixels);
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            float sum = 0;
            for (int value : pixels[channel]) {
                sum += Light.ofValue(value);
            }
            meant[channel] = sum / Glyph.PIXELS;
        }
    }

    /// How far a character in two colours is from it, as the square of what would have to be sent
    /// more or less, 0 to 255, weighted by [Eye].
    double apart(Glyph glyph, int ink, int ground) {
        double sum = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            float shown = Light.sent(meant[channel] - lacking(channel, glyph, ink, ground));
            double apart = 255 * (shown - Light.sent(meant[channel]));
            sum += Eye.weight(channel) * apart * apart;
        }
        return sum;
    }

    private float lacking(int channel, Glyph glyph, int ink, int ground) {
        float covered = covered(glyph);
        return meant[channel]
                - covered * Light.ofValue(value(ink, channel))
                - (1 - covered) * Light.ofValue(value(ground, channel));
    }

    private static float covered(Glyph glyph) {
        return (float) (glyph.ink() / Glyph.PIXELS);
    }

    /// The colour for a character by which the light is right, as far as there is such a one, on
    /// ground that stays as it is.
    int inkFor(Glyph glyph, int ink, int ground) {
        float covered = covered(glyph);
        int right = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            float more = covered < LITTLE ? 0 : lacking(channel, glyph, ink, ground) / covered;
            right = right << 8 | brighter(value(ink, channel), more);
        }
        return right;
    }

    /// A colour brighter by as much as a character in two colours lacks.
    int brighter(int color, Glyph glyph, int ink, int ground) {
        int right = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            float more = lacking(channel, glyph, ink, ground);
            right = right << 8 | brighter(value(color, channel), more);
        }
        return right;
    }

    private static int brighter(int value, float more) {
        return (int) (255 * Light.sent(Light.ofValue(value) + more) + 0.5f);
    }

    private static int value(int color, int channel) {
        return color >> 16 - 8 * channel & 255;
    }
}

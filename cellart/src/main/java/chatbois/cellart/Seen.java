package chatbois.cellart;

/// How bright a picture is to somebody who looks at all of it, as it is sent to a screen, 0 to 1:
/// blurred, in the samples of [Footprints].
final class Seen {
    private Seen() {}

    static float[] of(Raster raster) {
        float[] pixels = raster.luma();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Light.of(pixels[i] / 255);
        }
        float[] window = Blur.gaussian(Footprints.SIGMA);
        float[] blurred = Blur.of(pixels, raster.width(), raster.height(), window);
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] = Light.sent(blurred[i]);
        }
        return samples(raster, blurred);
    }

    /// The same with less care: it is blurred after the samples are taken.
    static float[] quickly(Raster raster) {
        float[] luma = raster.luma();
        for (int i = 0; i < luma.length; i++) {
            luma[i] = Light.ofValue((int) (luma[i] + 0.5f));
        }
        float[] samples = samples(raster, luma);
        int width = raster.width() / Footprints.SAMPLE;
        float[] window = Blur.gaussian(Footprints.SIGMA / Footprints.SAMPLE);
        float[] blurred = Blur.of(samples, width, samples.length / width, window);
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] = Light.sent(blurred[i]);
        }
        return blurred;
    }

    /// The mean of each sample.
    private static float[] samples(Raster raster, float[] map) {
        int width = raster.width() / Footprints.SAMPLE;
        int high = Footprints.SAMPLE * raster.cellHeight() / Glyph.HEIGHT;
        float[] samples = new float[width * raster.height() / high];
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                samples[y / high * width + x / Footprints.SAMPLE] +=
                        map[y * raster.width() + x] / (Footprints.SAMPLE * high);
            }
        }
        return samples;
    }
}

package chatbois.cellart;

import java.util.List;

/// What each character adds to the light of the screen as somebody sees it who looks at all of it:
/// blurred over half a cell's width, and measured on a grid of two samples by four a cell. The blur
/// reaches into the cells around. In one font.
final class Footprints {
    static final int SAMPLE = 4;

    /// Samples of a cell.
    static final int ACROSS = Glyph.WIDTH / SAMPLE;

    static final int DOWN = Glyph.HEIGHT / SAMPLE;

    /// How many samples beyond its own cell are reached on each side.
    static final int REACH = 3;

    static final int WIDTH = ACROSS + 2 * REACH;
    static final int HEIGHT = DOWN + 2 * REACH;

    /// Of the blur, in pixels.
    static final double SIGMA = Glyph.WIDTH / 2.0;

    /// The brightest text, as most terminals have it.
    private static final float WHITE = 229 / 255f;

    private static final double[][] ACROSS_OF = weights(WIDTH, Glyph.WIDTH);
    private static final double[][] DOWN_OF = weights(HEIGHT, Glyph.HEIGHT);

    private final float[][] byGlyph;
    private final float brightest;

    /// @param shapes for each character its coverage
    Footprints(List<float[]> shapes) {
        byGlyph = new float[shapes.size()][WIDTH * HEIGHT];
        float most = 0;
        for (int g = 0; g < byGlyph.length; g++) {
            most = Math.max(most, press(shapes.get(g), byGlyph[g]));
        }
        brightest = most;
    }

    /// What a pixel of the cell gives to each sample, in one direction.
    private static double[][] weights(int samples, int pixels) {
        double[][] weights = new double[samples][pixels];
        for (int sample = 0; sample < samples; sample++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                for (int part = 0; part < SAMPLE; part++) {
                    double away = (sample - REACH) * SAMPLE + part - pixel;
                    weights[sample][pixel] += Math.exp(-away * away / (2 * SIGMA * SIGMA));
                }
                weights[sample][pixel] /= SAMPLE * SIGMA * Math.sqrt(2 * Math.PI);
            }
        }
        return weights;
    }

    /// Makes the footprint of a drawing; gives its light, as the mean over its cell.
    private static float press(float[] coverage, float[] footprint) {
        float[] light = new float[Glyph.PIXELS];
        float sum = 0;
        for (int p = 0; p < light.length; p++) {
            light[p] = Light.of(WHITE * coverage[p]);
            sum += light[p];
        }
        double[][] across = new double[Glyph.HEIGHT][WIDTH];
        for (int y = 0; y < Glyph.HEIGHT; y++) {
            for (int sample = 0; sample < WIDTH; sample++) {
                for (int x = 0; x < Glyph.WIDTH; x++) {
                    across[y][sample] += ACROSS_OF[sample][x] * light[y * Glyph.WIDTH + x];
                }
            }
        }
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double seen = 0;
                for (int y = 0; y < Glyph.HEIGHT; y++) {
                    seen += DOWN_OF[row][y] * across[y][column];
                }
                footprint[row * WIDTH + column] = (float) seen;
            }
        }
        return sum / light.length;
    }

    /// The light that a character adds, sample by sample.
    float[] of(int glyph) {
        return byGlyph[glyph];
    }

    /// The light of a screen full of the brightest character.
    float brightest() {
        return brightest;
    }

    /// How uneven a screen is that is full of a character: the standard deviation of its samples,
    /// as a part of their mean.
    double unrest(int glyph) {
        float[] light = new float[ACROSS * DOWN];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            light[i / WIDTH % DOWN * ACROSS + i % WIDTH % ACROSS] += byGlyph[glyph][i];
        }
        double sum = 0;
        double squares = 0;
        for (float some : light) {
            double sent = Light.sent(some);
            sum += sent;
            squares += sent * sent;
        }
        double mean = sum / light.length;
        return Math.sqrt(Math.max(squares / light.length - mean * mean, 0)) / mean;
    }

    /// The light that a cell adds that gives light all over.
    static float[] flat() {
        float[] flat = new float[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                flat[row * WIDTH + column] = (float) (sum(DOWN_OF[row]) * sum(ACROSS_OF[column]));
            }
        }
        return flat;
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}

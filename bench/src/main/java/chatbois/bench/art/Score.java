package chatbois.bench.art;

/// How alike a screen is to a picture.
///
/// @param ssim by structure, pixel for pixel (Wang et al. 2004, Gaussian window of 1.5 pixels), of
///   luma; 1 if it is the same
/// @param psnr by the squares of the errors, in decibel
/// @param seen the ssim of both as they are seen from afar: blurred by half a cell's width in
///   linear light, and then the means of 4 x 4 pixels
/// @param apart the mean distance in OKLab of both blurred so, times 100; 0 if it is the same
record Score(double ssim, double psnr, double seen, double apart) {
    /// Of what could not be shown.
    static final Score NONE = new Score(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final double GAMMA = 2.2;
    private static final int SAMPLE = 4;
    private static final double SIGMA = 1.5;
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    /// @param gray whether only luma counts, after the one gain and offset by which the screen
    ///   becomes most alike: text without colours can never be as bright as a picture
    static Score of(Sight screen, Sight picture, int width, boolean gray) {
        float[] shown = screen.luma();
        float[] wanted = picture.luma();
        float[] farShown = means(luma(screen.far()), width);
        float[] farWanted = means(luma(picture.far()), width);
        double psnr = psnr(screen.planes(), picture.planes());
        if (gray) {
            shown = fitted(shown, wanted);
            farShown = fitted(farShown, farWanted);
            psnr = psnr(new float[][] {shown}, new float[][] {wanted});
        }
        return new Score(
                ssim(shown, wanted, width),
                psnr,
                ssim(farShown, farWanted, width / SAMPLE),
                apart(screen.lab(), picture.lab()));
    }

    /// What is there to see: the planes as they are, their luma, the planes blurred as they are
    /// seen from afar, and these in OKLab.
    record Sight(float[][] planes, float[] luma, float[][] far, float[][] lab) {
        static Sight of(float[][] planes, int width) {
            float[][] far = Score.far(planes, width);
            return new Sight(planes, Score.luma(planes), far, Score.lab(far));
        }
    }

    private static float[] luma(float[][] planes) {
        float[] luma = new float[planes[0].length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * planes[0][i] + 0.587f * planes[1][i] + 0.114f * planes[2][i];
        }
        return luma;
    }

    private static float[][] far(float[][] planes, int width) {
        float[][] far = new float[planes.length][];
        for (int channel = 0; channel < far.length; channel++) {
            float[] light = planes[channel].clone();
            for (int i = 0; i < light.length; i++) {
                light[i] = (float) Math.pow(Math.clamp(light[i] / 255, 0, 1), GAMMA);
            }
            far[channel] = blurred(light, width, Typeface.WIDTH / 2.0);
            for (int i = 0; i < light.length; i++) {
                far[channel][i] = (float) (255 * Math.pow(far[channel][i], 1 / GAMMA));
            }
        }
        return far;
    }

    private static float[] means(float[] map, int width) {
        float[] means = new float[map.length / SAMPLE / SAMPLE];
        for (int i = 0; i < map.length; i++) {
            int at = i / width / SAMPLE * (width / SAMPLE) + i % width / SAMPLE;
            means[at] += map[i] / SAMPLE / SAMPLE;
        }
        return means;
    }

    private static float[] fitted(float[] shown, float[] wanted) {
        double shownMean = mean(shown);
        double wantedMean = mean(wanted);
        double both = 0;
        double square = 0;
        for (int i = 0; i < shown.length; i++) {
            both += (shown[i] - shownMean) * (wanted[i] - wantedMean);
            square += (shown[i] - shownMean) * (shown[i] - shownMean);
        }
        double gain = square < 1e-6 ? 0 : both / square;
        float[] fitted = new float[shown.length];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = (float) ((shown[i] - shownMean) * gain + wantedMean);
        }
        return fitted;
    }

    private static double mean(float[] map) {
        double sum = 0;
        for (float value : map) {
            sum += value;
        }
        return sum / map.length;
    }

    private static double psnr(float[][] some, float[][] others) {
        double sum = 0;
        for (int channel = 0; channel < some.length; channel++) {
            for (int i = 0; i < some[channel].length; i++) {
                double error = some[channel][i] - others[channel][i];
                sum += error * error;
            }
        }
        double mean = sum / some.length / some[0].length;
        return 10 * Math.log10(255.0 * 255 / Math.max(mean, 1e-9));
    }

    private static double ssim(float[] some, float[] others, int width) {
        float[] a = blurred(some, width, SIGMA);
        float[] b = blurred(others, width, SIGMA);
        float[] aa = blurred(product(some, some), width, SIGMA);
        float[] bb = blurred(product(others, others), width, SIGMA);
        float[] ab = blurred(product(some, others), width, SIGMA);
        int edge = (int) Math.ceil(3 * SIGMA);
        double sum = 0;
        int count = 0;
        for (int y = edge; y < some.length / width - edge; y++) {
            for (int x = edge; x < width - edge; x++) {
                int i = y * width + x;
                double means = (double) a[i] * b[i];
                double squares = (double) a[i] * a[i] + (double) b[i] * b[i];
                sum +=
                        (2 * means + C1)
                                * (2 * (ab[i] - means) + C2)
                                / ((squares + C1) * (aa[i] + bb[i] - squares + C2));
                count++;
            }
        }
        return sum / count;
    }

    private static float[] product(float[] some, float[] others) {
        float[] product = new float[some.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = some[i] * others[i];
        }
        return product;
    }

    private static float[] blurred(float[] map, int width, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] window = new double[2 * reach + 1];
        double sum = 0;
        for (int k = 0; k < window.length; k++) {
            window[k] = Math.exp(-(k - reach) * (k - reach) / (2 * sigma * sigma));
            sum += window[k];
        }
        float[] across = new float[map.length];
        float[] both = new float[map.length];
        int height = map.length / width;
        float[] row = new float[width + 2 * reach];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = map[y * width + mirrored(x - reach, width)];
            }
            for (int k = 0; k < window.length; k++) {
                float weight = (float) (window[k] / sum);
                for (int x = 0; x < width; x++) {
                    across[y * width + x] += weight * row[x + k];
                }
            }
        }
        for (int k = 0; k < window.length; k++) {
            float weight = (float) (window[k] / sum);
            for (int y = 0; y < height; y++) {
                int from = mirrored(y + k - reach, height) * width;
                for (int x = 0; x < width; x++) {
                    both[y * width + x] += weight * across[from + x];
                }
            }
        }
        return both;
    }

    private static int mirrored(int place, int length) {
        int inside = place < 0 ? -place - 1 : place;
        return Math.clamp(inside >= length ? 2 * length - 1 - inside : inside, 0, length - 1);
    }

    private static double apart(float[][] some, float[][] others) {
        double sum = 0;
        for (int i = 0; i < some[0].length; i++) {
            sum +=
                    Math.sqrt(
                            square(some[0][i] - others[0][i])
                                    + square(some[1][i] - others[1][i])
                                    + square(some[2][i] - others[2][i]));
        }
        return 100 * sum / some[0].length;
    }

    private static float[][] lab(float[][] planes) {
        float[][] lab = new float[3][planes[0].length];
        for (int i = 0; i < planes[0].length; i++) {
            double[] color = oklab(planes[0][i], planes[1][i], planes[2][i]);
            for (int channel = 0; channel < 3; channel++) {
                lab[channel][i] = (float) color[channel];
            }
        }
        return lab;
    }

    private static double square(double value) {
        return value * value;
    }

    /// A colour as Björn Ottosson's OKLab has it.
    private static double[] oklab(double red, double green, double blue) {
        double r = linear(red / 255);
        double g = linear(green / 255);
        double b = linear(blue / 255);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

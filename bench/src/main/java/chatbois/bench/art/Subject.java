package chatbois.bench.art;

import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;

/// A picture to be printed.
record Subject(String name, Path file, int width, int height, int[] pixels) {
    static Subject read(Path file) throws IOException {
        BufferedImage image =
                Objects.requireNonNull(ImageIO.read(file.toFile()), file + " is no picture");
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        String name = file.getFileName().toString().replaceFirst("\\..*", "");
        return new Subject(
                name, file, width, height, flat.getRGB(0, 0, width, height, null, 0, width));
    }

    Picture picture() {
        return new Picture(width, height, pixels);
    }

    /// The pixels that a screen of this size would have to show: red, green, blue.
    float[][] wanted(Size size) {
        int across = size.columns() * Typeface.WIDTH;
        int down = size.rows() * Typeface.HEIGHT;
        float[][] planes = new float[3][];
        for (int channel = 0; channel < 3; channel++) {
            float[] plane = new float[pixels.length];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = pixels[i] >> 16 - 8 * channel & 255;
            }
            planes[channel] =
                    turned(
                            scaled(turned(scaled(plane, width, across), across), height, down),
                            down);
        }
        return planes;
    }

    /// Scales rows by cubics (Catmull and Rom), stretched over as many pixels as become one.
    private static float[] scaled(float[] plane, int from, int to) {
        int rows = plane.length / from;
        double scale = (double) from / to;
        double stretch = Math.max(scale, 1);
        float[] scaled = new float[rows * to];
        for (int x = 0; x < to; x++) {
            double center = (x + 0.5) * scale - 0.5;
            int start = (int) Math.max(Math.ceil(center - 2 * stretch), 0);
            int end = (int) Math.min(Math.floor(center + 2 * stretch), from - 1);
            double all = 0;
            for (int k = start; k <= end; k++) {
                all += cubic(Math.abs(k - center) / stretch);
            }
            for (int k = start; k <= end; k++) {
                float weight = (float) (cubic(Math.abs(k - center) / stretch) / all);
                for (int y = 0; y < rows; y++) {
                    scaled[y * to + x] += weight * plane[y * from + k];
                }
            }
        }
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.clamp(scaled[i], 0, 255);
        }
        return scaled;
    }

    private static double cubic(double x) {
        if (x < 1) {
            return 1.5 * x * x * x - 2.5 * x * x + 1;
        }
        return x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0;
    }

    /// Rows as columns.
    private static float[] turned(float[] plane, int width) {
        int height = plane.length / width;
        float[] turned = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            turned[i % width * height + i / width] = plane[i];
        }
        return turned;
    }
}

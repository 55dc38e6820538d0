package chatbois.cellart;

import java.util.random.RandomGenerator;

/// Pictures for tests.
final class Pictures {
    private Pictures() {}

    /// A bright disc on a dark ground.
    static Picture disc(int width, int height) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = (x + 0.5) / width - 0.5;
                double dy = (y + 0.5) / height - 0.5;
                pixels[y * width + x] = dx * dx + dy * dy < 0.16 ? 0xFFCC00 : 0x101840;
            }
        }
        return new Picture(width, height, pixels);
    }

    /// Soft waves, of which some part has each colour and none an edge.
    static Picture waves(int width, int height, int shift) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width + shift;
            int y = i / width;
            pixels[i] = wave(x, 410) << 16 | wave(y, 530) << 8 | wave(x + y, 670);
        }
        return new Picture(width, height, pixels);
    }

    /// Blue that becomes brighter from one corner to the other, nowhere by much.
    static Picture sky(int width, int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            double part = ((double) (i % width) / width + (double) i / pixels.length) / 2;
            pixels[i] = (int) (40 + 180 * part) * 0x010100 + 255;
        }
        return new Picture(width, height, pixels);
    }

    private static int wave(int place, int length) {
        return (int) Math.round(127 + 120 * Math.sin(2 * Math.PI * place / length));
    }

    static Picture noise(RandomGenerator random, int width, int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(0x1000000);
        }
        return new Picture(width, height, pixels);
    }

    /// What shows in the cells, without colours.
    static String characters(Cells cells) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < cells.size().rows(); row++) {
            for (int column = 0; column < cells.size().columns(); column++) {
                text.appendCodePoint(cells.character(column, row));
            }
            text.append('\n');
        }
        return text.toString();
    }
}

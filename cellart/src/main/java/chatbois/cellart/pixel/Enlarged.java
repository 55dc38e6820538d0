package chatbois.cellart.pixel;

import chatbois.cellart.Picture;

/// Makes pictures larger: each pixel lies between four.
final class Enlarged {
    /// Shares are counted in so many parts.
    private static final int WHOLE = 256;

    private Enlarged() {}

    static Picture to(Picture picture, int width, int height) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            int down = place(y, height, picture.height());
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = between(picture, place(x, width, picture.width()), down);
            }
        }
        return new Picture(width, height, pixels);
    }

    /// Where the middle of a pixel lies in what is enlarged, in parts.
    private static int place(int at, int to, int from) {
        double place = (at + 0.5) * from / to - 0.5;
        return (int) (Math.clamp(place, 0, from - 1) * WHOLE);
    }

    private static int between(Picture picture, int right, int down) {
        int x = right / WHOLE;
        int y = down / WHOLE;
        int x1 = Math.min(x + 1, picture.width() - 1);
        int y1 = Math.min(y + 1, picture.height() - 1);
        int above = mix(picture.pixel(x, y), picture.pixel(x1, y), right % WHOLE);
        int below = mix(picture.pixel(x, y1), picture.pixel(x1, y1), right % WHOLE);
        return mix(above, below, down % WHOLE);
    }

    private static int mix(int one, int other, int share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = one >> shift & 255;
            int to = other >> shift & 255;
            mixed |= from + (to - from) * share / WHOLE << shift;
        }
        return mixed;
    }
}

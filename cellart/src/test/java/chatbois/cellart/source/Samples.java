package chatbois.cellart.source;

import static chatbois.cellart.source.Patch.After.CLEARED;
import static chatbois.cellart.source.Patch.After.STAYS;

import chatbois.cellart.source.Letters.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/// One good file of each format that is decoded here.
final class Samples {
    /// Of 4 x 3 pixels, lossless: a red frame, then a green one of 2 x 2 at 2, 0 that is cleared,
    /// then a blue one of 2 x 1 at 0, 2.
    static final byte[] MOVING_WEBP =
            Base64.getDecoder()
                    .decode(
                            "UklGRrQAAABXRUJQVlA4WAoAAAACAAAAAwAAAgAAQU5JTQYAAAD/////BQBBTk1GKAAAAAAA"
                                    + "AAAAAAMAAAIAAEYAAABWUDhMDwAAAC8DgAAABxBljv4HIqL/AQBBTk1GKAAAAAEAAAAAAAEA"
                                    + "AAEAAFAAAAFWUDhMDwAAAC8BQAAAB1DmiP4HIqL/AQBBTk1GKAAAAAAAAAEAAAEAAAAAAFoA"
                                    + "AABWUDhMDwAAAC8BAAAABxBR5v4HIqL/AQA=");

    /// Of 32 x 24 pixels, lossy, with transparent parts.
    static final byte[] LOSSY_WEBP =
            Base64.getDecoder()
                    .decode(
                            "UklGRk4BAABXRUJQVlA4WAoAAAAQAAAAHwAAFwAAQUxQSEwAAAABFyAQSFKffI2ICAcGjSQp"
                                    + "6icJ5+ckPM3rY7S5+6ggov8TwJutnFIKRpISiKaA0gRojaBdzs7ISX7QOtwoTYBoCsAkQH92"
                                    + "AQ8vfeADVlA4INwAAABQBwCdASogABgAPtFWo0uoJKMhsAgBABoJbACdMzQ+N6rw9O7rYZx3"
                                    + "yJzgNsBzLv6k6xX6AH6m9agAu6rGg3TVgW4AAP0cEaBZpvV8HzKCofG9ftw2YZwZ85N6ybUP"
                                    + "y5E5OXn3pxeiF1xVfsx5UFUsIqFBhuMZn07DvZY9u2ADUlufCSpNhPQtWiNwb+Ui/yMj//Q8"
                                    + "Z9u31X7ZAaMZftrKYfYjCsvTiT6AxMqIahb4T4Sq+L4DDK2VezhLuiQ/WgMl8/4KmVvUXfic"
                                    + "eqx5OVLyTL+lEXQnbVuQAAAA");

    static final String SVG =
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">
            <defs><linearGradient id="a"><stop stop-color="red"/><stop offset="1"/></linearGradient>
            <g id="b"><circle cx="5" cy="5" r="4" fill="url(#a)"/></g></defs>
            <style>path { stroke: blue; stroke-width: 2 }</style><use href="#b" x="8" y="9"/>
            <path d="M 1 2 C 3 4 20 20 30 10 z" transform="rotate(10)"/><text x="3" y="20">A</text>
            <rect x="20" width="10" height="10" filter="url(#f)" opacity="0.5"/></svg>
            """;

    private Samples() {}

    static byte[] of(String name) throws IOException {
        return Objects.requireNonNull(all().get(name));
    }

    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        for (String format : new String[] {"png", "jpg", "bmp", "tiff", "gif"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image(), format, out);
            samples.put(format, out.toByteArray());
        }
        GifMaker gif = new GifMaker(4, 3).loops(0);
        PngMaker png = new PngMaker(4, 3, 6).moving(3, 0);
        for (Frame frame :
                new Frame[] {
                    new Frame(0, 0, "RRRR/RRRR/RRRR", STAYS, 100),
                    new Frame(1, 1, "GG/G.", CLEARED, 200),
                    new Frame(2, 0, "BB/BB", STAYS, 300)
                }) {
            gif.frame(frame, true, true);
            png.frame(frame, true);
        }
        samples.put("moving.gif", gif.file());
        samples.put("moving.png", png.file());
        samples.put("moving.webp", MOVING_WEBP);
        samples.put("lossy.webp", LOSSY_WEBP);
        samples.put("svg", SVG.getBytes(StandardCharsets.UTF_8));
        return samples;
    }

    private static BufferedImage image() {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 60 * 40; i++) {
            image.setRGB(i % 60, i / 60, i % 60 * 4 << 16 | i / 60 * 5 << 8 | i * i % 256);
        }
        return image;
    }
}

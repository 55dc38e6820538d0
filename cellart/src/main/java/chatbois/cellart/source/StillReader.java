package chatbois.cellart.source;

import chatbois.cellart.Picture;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/// Reads one picture by the JDK's decoders, or TwelveMonkeys' for WebP.
final class StillReader {
    private static final int MOST_SCANS = 100;

    private StillReader() {}

    /// Reads the first picture of a file.
    static void read(Format format, byte[] file, Screen screen) throws IOException {
        if (format == Format.JPEG) {
            checkScans(file);
        }
        Pixels pixels = read(format, file, screen.side(false), Picture.MOST);
        if (format == Format.JPEG) {
            pixels = Orientation.upright(pixels, Orientation.of(file));
        }
        screen.show(pixels.on(pixels.ground()), 1);
    }

    /// Each scan goes through all pixels once more.
    private static void checkScans(byte[] jpeg) throws Unreadable {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            scans += jpeg[i - 1] == (byte) 0xFF && jpeg[i] == (byte) 0xDA ? 1 : 0;
        }
        if (scans > MOST_SCANS) {
            throw new Unreadable("it has more than %d scans".formatted(MOST_SCANS));
        }
    }

    /// @param side how many pixels are wanted on the longer side: of much larger pictures only some
    ///   are kept
    /// @param most the most pixels
    static Pixels read(Format format, byte[] file, int side, long most) throws IOException {
        ImageReader reader =
                format == Format.WEBP
                        ? new WebPImageReaderSpi().createReaderInstance(null)
                        : ImageIO.getImageReadersByFormatName(
                                        format.name().toLowerCase(Locale.ROOT))
                                .next();
        try (var in = new FileBytes(file)) {
            reader.setInput(in, /* seekForwardOnly= */ true, /* ignoreMetadata= */ true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height);
            if ((long) width * height > most) {
                throw new Unreadable("one of its frames is larger than it says");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            // Twice as many as wanted are left to be averaged.
            int every = Math.max(1, Math.max(width, height) / (2 * side));
            param.setSourceSubsampling(every, every, 0, 0);
            BufferedImage image = reader.read(0, param);
            check(image.getWidth(), image.getHeight());
            return Pixels.of(image);
        } finally {
            reader.dispose();
        }
    }

    static void check(long width, long height) throws Unreadable {
        if (width < 1 || height < 1) {
            throw new Unreadable("it has no pixels");
        }
        if (width > Picture.LONGEST || height > Picture.LONGEST || width * height > Picture.MOST) {
            throw new Unreadable(
                    "it has %d x %d pixels, which is more than %d a side or %d million"
                            .formatted(width, height, Picture.LONGEST, Picture.MOST / 1_000_000));
        }
    }
}

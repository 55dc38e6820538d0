package chatbois.cellart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Reads a picture from a file: PNG, JPEG, GIF (its first frame), BMP, TIFF. What it says of its
/// size is looked at before anything is decoded.
public final class PictureFile {
    /// The most bytes of a file.
    public static final long MOST_BYTES = 16L * 1024 * 1024;

    private PictureFile() {}

    /// @param ground `0xRRGGBB`, on which what is transparent is shown
    /// @throws IOException with a sentence for the reader, if it is too large or can't be
    ///   understood
    public static Picture read(Path file, int ground) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(checked(file).toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException(file + " is no picture that can be read here.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, /* seekForwardOnly= */ true, /* ignoreMetadata= */ true);
                Picture.check(reader.getWidth(0), reader.getHeight(0));
                return flat(reader.read(0), ground);
            } catch (RuntimeException e) {
                // The JDK's decoders answer a damaged file with any of them.
                throw new IOException(file + " can't be read: " + why(e), e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Path checked(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(
                    "%s has more than %d MB.".formatted(file, MOST_BYTES / 1024 / 1024));
        }
        return file;
    }

    private static String why(RuntimeException e) {
        return e instanceof IllegalArgumentException && e.getMessage() != null
                ? e.getMessage()
                : "it is damaged.";
    }

    private static Picture flat(BufferedImage image, int ground) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(image, 0, 0, new Color(ground), null);
        graphics.dispose();
        return new Picture(width, height, flat.getRGB(0, 0, width, height, null, 0, width));
    }
}

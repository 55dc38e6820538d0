package chatbois.cellart.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.cellart.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    private static final String WEBP = "UklGRhwAAABXRUJQVlA4TA8AAAAvA4AAAAcQZY7+ByKi/wEA";

    @TempDir Path folder;

    @Test
    void what_is_transparent_is_black_but_white_behind_what_is_dark_itself() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF336699);
        Picture bright = PictureFile.read(png(image));
        assertThat(bright.pixel(0, 0)).isEqualTo(0x336699);
        assertThat(bright.pixel(1, 0)).isZero();
        image.setRGB(0, 0, 0xFF202020);
        Picture dark = PictureFile.read(png(image));
        assertThat(dark.pixel(0, 0)).isEqualTo(0x202020);
        assertThat(dark.pixel(1, 0)).isEqualTo(0xFFFFFF);
    }

    @Test
    void greys_are_as_in_the_file() throws IOException {
        BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i, 0, 0, i);
        }
        Picture picture = PictureFile.read(png(image));
        for (int i = 0; i < 256; i++) {
            assertThat(picture.pixel(i, 0)).isEqualTo(i * 0x010101);
        }
    }

    @Test
    void a_gif_of_noise_comes_out_exactly() throws IOException {
        byte[] none = new byte[256];
        byte[] grey = new byte[256];
        for (int i = 0; i < 256; i++) {
            grey[i] = (byte) i;
        }
        IndexColorModel colors = new IndexColorModel(8, 256, grey, grey, none);
        BufferedImage image = new BufferedImage(150, 150, BufferedImage.TYPE_BYTE_INDEXED, colors);
        Random random = new Random(1);
        for (int i = 0; i < 150 * 150; i++) {
            int number = i % 7 == 0 ? random.nextInt(256) : i / 99 % 256;
            image.getRaster().setSample(i % 150, i / 150, 0, number);
        }
        Path file = folder.resolve("noise.gif");
        ImageIO.write(image, "gif", file.toFile());
        Picture picture = PictureFile.read(file);
        for (int i = 0; i < 150 * 150; i++) {
            int number = image.getRaster().getSample(i % 150, i / 150, 0);
            assertThat(picture.pixel(i % 150, i / 150)).isEqualTo(number * 0x010100);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // where the camera's upper left corner stands in the picture that is shown
        "1, 0, 0",
        "2, 1, 0",
        "3, 1, 1",
        "4, 0, 1",
        "5, 0, 0",
        "6, 1, 0",
        "7, 1, 1",
        "8, 0, 1"
    })
    void a_photo_stands_as_the_camera_was_held(int orientation, int right, int down)
            throws IOException {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16 * 16; i++) {
            image.setRGB(i % 16, i / 16, 0xFFFFFF);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        byte[] exif =
                HexFormat.of()
                        .parseHex(
                                "ffe10022457869660000"
                                        + "4d4d002a00000008"
                                        + "0001011200030000000100%02x0000".formatted(orientation)
                                        + "00000000");
        ByteBuffer file = ByteBuffer.allocate(jpeg.size() + exif.length);
        file.put(jpeg.toByteArray(), 0, 2).put(exif);
        file.put(jpeg.toByteArray(), 2, jpeg.size() - 2);
        Picture picture = PictureFile.read(Files.write(folder.resolve("photo.jpg"), file.array()));
        assertThat(picture.width()).isEqualTo(orientation < 5 ? 48 : 32);
        int x = right == 0 ? 4 : picture.width() - 5;
        int y = down == 0 ? 4 : picture.height() - 5;
        assertThat(picture.pixel(x, y) & 0xFF).isGreaterThan(200);
        assertThat(picture.pixel(picture.width() - 1 - x, picture.height() - 1 - y) & 0xFF)
                .isLessThan(50);
    }

    @Test
    void webp_and_svg_are_read() throws IOException {
        Path webp = Files.write(folder.resolve("picture.webp"), Base64.getDecoder().decode(WEBP));
        assertThat(PictureFile.read(webp).pixel(1, 1)).isEqualTo(0xCC0000);
        Path svg =
                Files.writeString(
                        folder.resolve("picture.svg"),
                        """
                        <!-- a drawing --><svg xmlns="http://www.w3.org/2000/svg" width="4" height="2">
                        <rect width="2" height="2" fill="#cc0000"/></svg>\
                        """);
        Picture drawn = PictureFile.read(svg);
        assertThat(drawn.width()).isEqualTo(2 * drawn.height());
        assertThat(drawn.pixel(drawn.width() / 4, drawn.height() / 2)).isEqualTo(0xCC0000);
        assertThat(drawn.pixel(drawn.width() * 3 / 4, drawn.height() / 2)).isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void the_usual_formats_are_read(String format) throws IOException {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 24 * 16; i++) {
            image.setRGB(i % 24, i / 24, 0xC8C8C8);
        }
        Path file = folder.resolve("picture." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        Picture picture = PictureFile.read(file);
        assertThat(picture.width()).isEqualTo(24);
        assertThat(picture.height()).isEqualTo(16);
        assertThat(picture.pixel(12, 8) >> 16).isBetween(190, 210);
    }

    @Test
    void a_picture_that_says_it_is_huge_is_refused_before_it_is_decoded() throws IOException {
        byte[] file = Files.readAllBytes(png(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)));
        ByteBuffer header = ByteBuffer.wrap(file);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(file, 12, 17);
        header.putInt(29, (int) sum.getValue());
        Path huge = Files.write(folder.resolve("huge.png"), file);
        assertThatThrownBy(() -> PictureFile.read(huge))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("huge.png can't be read: it has 60000 x 60000 pixels");
    }

    @Test
    void what_is_no_picture_or_cut_off_or_missing_is_told() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no picture");
        assertThatThrownBy(() -> PictureFile.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "notes.txt can't be read: it is no picture or video of a kind that is known here.");
        byte[] whole =
                Files.readAllBytes(png(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)));
        Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, 60));
        assertThatThrownBy(() -> PictureFile.read(cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PictureFile.read(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no such file");
    }

    private Path png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Files.write(folder.resolve("picture.png"), out.toByteArray());
    }
}

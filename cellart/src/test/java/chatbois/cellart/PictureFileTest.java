package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    @TempDir Path folder;

    @Test
    void what_is_transparent_shows_the_ground() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF336699);
        Picture picture = PictureFile.read(png(image), 0x102030);
        assertThat(picture.pixel(0, 0)).isEqualTo(0x336699);
        assertThat(picture.pixel(1, 0)).isEqualTo(0x102030);
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
        Picture picture = PictureFile.read(file, 0);
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
        assertThatThrownBy(() -> PictureFile.read(huge, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("60000 x 60000 pixels is too large");
    }

    @Test
    void what_is_no_picture_or_cut_off_or_missing_is_told() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no picture");
        assertThatThrownBy(() -> PictureFile.read(text, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no picture that can be read here");
        byte[] whole =
                Files.readAllBytes(png(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)));
        Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, 60));
        assertThatThrownBy(() -> PictureFile.read(cut, 0)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PictureFile.read(folder.resolve("none"), 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no such file");
    }

    private Path png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Files.write(folder.resolve("picture.png"), out.toByteArray());
    }
}

package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// `chatbois art`.
@Isolated("takes the process's streams")
final class ArtTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path picture;

    @BeforeEach
    void paint() throws Exception {
        picture = folder.resolve("stripes.png");
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1600; i++) {
            image.setRGB(i % 40, i / 40, i / 40 < 20 ? 0xFF0000 : 0x0000FF);
        }
        ImageIO.write(image, "png", picture.toFile());
    }

    @Test
    void it_prints_exactly_as_many_rows_and_columns_as_asked_for() {
        String file = picture.toString();
        assertThat(run("art", "--style", "half", "--size", "6x3", "--quick", file)).isZero();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("\u001b[48;2;255;0;0m", "\u001b[48;2;0;0;255m");
        assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "").lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSize(6));
        assertThat(err.size()).isZero();
    }

    @Test
    void without_colours_there_is_nothing_but_the_text() {
        assertThat(run("art", "--style", "ascii", picture.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("(?:[ -~]{48}\n){24}");
    }

    @Test
    void where_there_is_no_terminal_to_play_on_the_first_picture_is_printed() {
        assertThat(run("art", "--style", "ascii", "--play", picture.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("(?:[ -~]{48}\n){24}");
    }

    @Test
    void a_part_of_a_film_is_chosen_as_it_is_for_sending() {
        String file = picture.toString();
        assertThat(run("art", "--from", "0:02", "--for", "10s", file)).isZero();
        assertThat(run("art", "--from", "soon", file)).isEqualTo(2);
        assertThat(run("art", "--for", "2:00", file)).isEqualTo(2);
        assertThat(run("send", "--file", file, "--from", "1:2", "tools")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("A time is written as 80, 80s, 1:20 or 1:02:03, not soon.")
                .contains("at most 60 seconds")
                .contains("not 1:2.");
    }

    @Test
    void what_is_wrong_is_told() {
        assertThat(run("art", "--style", "oil", picture.toString())).isEqualTo(2);
        assertThat(run("art", "--size", "0x3", picture.toString())).isEqualTo(2);
        assertThat(run("art", folder.resolve("none.png").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("There is no style oil; there are ascii,")
                .contains("1 to 1000 columns and rows, not 0x3")
                .contains("none.png");
        assertThat(out.size()).isZero();
    }

    private int run(String... args) {
        PrintStream beforeOut = System.out;
        PrintStream beforeErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return Main.run(args);
        } finally {
            System.setOut(beforeOut);
            System.setErr(beforeErr);
        }
    }
}

package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures as they have always become, down to each cell; `\e` stands for the escape character.
/// `make docs` writes the files anew; every other run of the tests only compares.
@Tag("docs")
class GoldenFramesTest {
    private static final boolean WRITE = "write".equals(System.getProperty("chatbois.docs"));
    private static final Path FILES = Path.of("src/test/resources/chatbois/cellart/frames");
    private static final Size SIZE = new Size(24, 10);

    enum Kept {
        ASCII(Style.ASCII, Colors.NONE),
        ASCII_16(Style.ASCII, Colors.SIXTEEN),
        ASCII_256(Style.ASCII, Colors.INDEXED),
        HALF(Style.HALF, Colors.FULL),
        BRAILLE(Style.BRAILLE, Colors.NONE),
        BLOCKS_256(Style.BLOCKS, Colors.INDEXED),
        MOSAIC(Style.MOSAIC, Colors.FULL);

        private final Style style;
        private final Colors colors;

        Kept(Style style, Colors colors) {
            this.style = style;
            this.colors = colors;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_that_stays(Kept kept) throws IOException {
        Cells cells =
                new CellArt(kept.style, kept.colors)
                        .draw(Pictures.disc(200, 160), SIZE, CellArt.Care.FULL);
        compare(kept, "still", Escapes.of(cells, kept.colors));
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_that_moves(Kept kept) throws IOException {
        Reel reel = new Reel(kept.style, kept.colors, SIZE);
        StringBuilder frames = new StringBuilder();
        for (int frame = 0; frame < 3; frame++) {
            Cells cells = reel.next(Pictures.waves(200, 160, 20 * frame), Reel.USUAL_THRIFT);
            frames.append(Escapes.of(cells, kept.colors));
        }
        compare(kept, "moving", frames.toString());
    }

    private static void compare(Kept kept, String kind, String text) throws IOException {
        String name = kept.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + kind + ".txt";
        Path file = FILES.resolve(name);
        String shown = text.replace("\u001b", "\\e");
        if (WRITE) {
            Files.createDirectories(FILES);
            Files.writeString(file, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(file));
    }
}

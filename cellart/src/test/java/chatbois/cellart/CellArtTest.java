package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of pictures.
class CellArtTest {
    private static final Size SMALL = new Size(16, 8);
    private static final Size SIZE = new Size(80, 24);
    private static final Picture SKY = Pictures.sky(320, 192);

    @ParameterizedTest
    @EnumSource(Style.class)
    void any_picture_in_any_size_gives_as_many_cells_and_nothing_that_steers_a_terminal(
            Style style) {
        Random random = new Random(7);
        Set<Integer> own =
                style.glyphs().stream().map(Glyph::character).collect(Collectors.toSet());
        for (Colors colors : Colors.values()) {
            CellArt art = new CellArt(style, colors);
            for (int round = 0; round < 4; round++) {
                Picture picture =
                        Pictures.noise(random, 1 + random.nextInt(60), 1 + random.nextInt(60));
                Size size = new Size(1 + random.nextInt(9), 1 + random.nextInt(5));
                CellArt.Care care = CellArt.Care.values()[round % 2];
                String text = Escapes.of(art.draw(picture, size, care), colors);
                String plain = text.replaceAll("\u001b\\[[0-9;]*m", "");
                assertThat(plain.lines()).hasSize(size.rows());
                assertThat(plain.lines().mapToInt(line -> line.codePointCount(0, line.length())))
                        .containsOnly(size.columns());
                assertThat(plain.replace("\n", "").codePoints().boxed()).isSubsetOf(own);
            }
        }
    }

    @Test
    void a_disc_is_round_in_halves() {
        Cells cells =
                new CellArt(Style.HALF, Colors.FULL)
                        .draw(Pictures.disc(96, 96), SMALL, CellArt.Care.QUICK);
        assertThat(shown(cells, 8, 3)).isEqualTo("FFCC00");
        assertThat(shown(cells, 0, 0)).isEqualTo("101840");
        assertThat(shown(cells, 15, 7)).isEqualTo("101840");
    }

    /// The one colour of a cell that has only one.
    private static String shown(Cells cells, int column, int row) {
        int color =
                cells.character(column, row) == 0x2588
                        ? cells.ink(column, row)
                        : cells.ground(column, row);
        return "%06X".formatted(color);
    }

    @Test
    void without_colours_bright_parts_have_more_ink() {
        Cells cells =
                new CellArt(Style.ASCII, Colors.NONE)
                        .draw(Pictures.disc(160, 160), new Size(24, 12), CellArt.Care.FULL);
        String[] rows = Pictures.characters(cells).split("\n", -1);
        assertThat(rows[0].strip()).isEmpty();
        assertThat(rows[6].substring(8, 16)).doesNotContain(" ");
        assertThat(cells.ink(12, 6)).isEqualTo(Cells.OWN);
        assertThat(cells.ground(12, 6)).isEqualTo(Cells.OWN);
    }

    @Test
    void with_few_colours_only_those_are_taken() {
        Picture picture = Pictures.noise(new Random(3), 64, 64);
        Set<Integer> cube =
                IntStream.of(0, 95, 135, 175, 215, 255).boxed().collect(Collectors.toSet());
        Cells cells =
                new CellArt(Style.QUAD, Colors.INDEXED).draw(picture, SMALL, CellArt.Care.FULL);
        for (int column = 0; column < 16; column++) {
            int ink = cells.ink(column, 3);
            boolean grey = (ink >> 16) == (ink & 255) && (ink >> 16) == (ink >> 8 & 255);
            assertThat(grey || cube.contains(ink >> 16) && cube.contains(ink & 255)).isTrue();
        }
    }

    @Test
    void without_colours_a_sky_without_an_edge_is_calm() {
        Cells cells = new CellArt(Style.ASCII, Colors.NONE).draw(SKY, SIZE, CellArt.Care.FULL);
        assertThat(changes(cells)).isLessThan(SIZE.columns() * SIZE.rows() / 10);
    }

    /// How many cells aren't as the one to the left of them.
    private static int changes(Cells cells) {
        int changes = 0;
        for (int row = 0; row < cells.size().rows(); row++) {
            for (int x = 1; x < cells.size().columns(); x++) {
                boolean same =
                        cells.character(x, row) == cells.character(x - 1, row)
                                && cells.ink(x, row) == cells.ink(x - 1, row)
                                && cells.ground(x, row) == cells.ground(x - 1, row);
                changes += same ? 0 : 1;
            }
        }
        return changes;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void care_makes_a_picture_more_alike(Colors colors) {
        Size size = new Size(20, 10);
        for (Picture picture : List.of(Pictures.disc(200, 200), SKY)) {
            assertThat(likeness(picture, size, Style.ASCII, colors, CellArt.Care.FULL))
                    .isGreaterThan(
                            likeness(picture, size, Style.ASCII, colors, CellArt.Care.QUICK));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HALF", "QUAD", "SEXTANT", "OCTANT", "BLOCKS", "MOSAIC"})
    void care_makes_shapes_that_are_known_exactly_more_alike_too(Style style) {
        Size size = new Size(20, 10);
        Picture picture = Pictures.waves(200, 200, 0);
        assertThat(likeness(picture, size, style, Colors.FULL, CellArt.Care.FULL))
                .isGreaterThan(likeness(picture, size, style, Colors.FULL, CellArt.Care.QUICK));
    }

    /// How alike a picture and its cells are in any font, the more the better.
    private static double likeness(
            Picture picture, Size size, Style style, Colors colors, CellArt.Care care) {
        Cells cells = new CellArt(style, colors).draw(picture, size, care);
        Raster raster = Raster.of(picture, size);
        float[] shown = new float[raster.width() * raster.height()];
        float[] unsure = new float[shown.length];
        var glyphs =
                style.glyphs().stream().collect(Collectors.toMap(Glyph::character, glyph -> glyph));
        for (int i = 0; i < shown.length; i++) {
            int x = i % raster.width();
            int y = i / raster.width();
            int column = x / Glyph.WIDTH;
            int row = y / Glyph.HEIGHT;
            Glyph glyph = Objects.requireNonNull(glyphs.get(cells.character(column, row)));
            int pixel = y % Glyph.HEIGHT * Glyph.WIDTH + x % Glyph.WIDTH;
            float ground = luma(cells.ground(column, row));
            float apart = luma(cells.ink(column, row)) - ground;
            shown[i] = ground + glyph.coverage()[pixel] * apart;
            unsure[i] = glyph.unsure()[pixel] * apart * apart;
        }
        var likeness =
                new Likeness(
                        raster.luma(),
                        shown,
                        unsure,
                        raster.width(),
                        raster.height(),
                        raster.width(),
                        raster.height());
        return -likeness.loss(0, 0, 1);
    }

    private static float luma(int color) {
        return Eye.luma(color >> 16, color >> 8 & 255, color & 255);
    }
}

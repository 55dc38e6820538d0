package chatbois.terminal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @EnumSource(
            value = ColorDepth.class,
            names = {"SIXTEEN", "PALETTE", "TRUE"})
    void every_name_can_be_read_on_every_background(ColorDepth depth) {
        Random random = new Random(11);
        IntStream backgrounds =
                IntStream.concat(
                        IntStream.of(0, 0xFFFFFF, 0x1E1E1E, 0x757575, 0x777777, 0xFDF6E3, 0x002B36),
                        random.ints(300, 0, 1 << 24));
        backgrounds.forEach(background -> {
            Palette palette = new Palette(new Dress(Theme.of(background), depth, true));
            for (int name = random.nextInt(7); name < Color.Name.COUNT; name += 7) {
                Color shown = palette.of(new Color.Name(name));
                assertThat(contrast(shown, background))
                        .as("name %d on %06x at %s: %s", name, background, depth, shown)
                        .isGreaterThanOrEqualTo(READABLE);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorDepth.class,
            names = {"SIXTEEN", "PALETTE", "TRUE"})
    void every_ink_can_be_read_on_what_it_is_written_on(ColorDepth depth) {
        Random random = new Random(12);
        IntStream.concat(IntStream.of(0, 0xFFFFFF, 0x1E1E1E), random.ints(200, 0, 1 << 24))
                .forEach(background -> {
                    Palette palette = new Palette(new Dress(Theme.of(background), depth, true));
                    for (Ink ink : Ink.values()) {
                        int ground =
                                ink.ground()
                                        .map(under -> exact(palette.of(Color.of(under))))
                                        .orElse(background);
                        Color shown = palette.of(Color.of(ink));
                        if (!ink.isGround() && !shown.equals(Color.DEFAULT)) {
                            boolean faint = ink == Ink.FAINT || ink == Ink.COMMENT;
                            assertThat(contrast(shown, ground))
                                    .as("%s on %06x at %s: %s", ink, ground, depth, shown)
                                    .isGreaterThanOrEqualTo(
                                            faint && depth == ColorDepth.SIXTEEN ? 3 : READABLE);
                        }
                    }
                });
    }

    @Test
    void hues_differ_all_around() {
        Palette palette = new Palette(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        for (int name = 0; name < Color.Name.COUNT; name++) {
            Oklch one = look(palette, name);
            for (int other = name + 20; other <= name + Color.Name.COUNT - 20; other++) {
                assertThat(one.distance(look(palette, other % Color.Name.COUNT)))
                        .as("names %d and %d", name, other % Color.Name.COUNT)
                        .isGreaterThan(0.02);
            }
        }
    }

    @Test
    void without_colours_there_are_none() {
        Palette palette = new Palette(new Dress(Theme.LIGHT, ColorDepth.NONE, true));
        assertThat(palette.of(new Color.Name(3))).isEqualTo(Color.DEFAULT);
        assertThat(Arrays.stream(Ink.values()).map(ink -> palette.of(Color.of(ink))))
                .containsOnly(Color.DEFAULT);
    }

    @Test
    void what_a_member_chose_is_shown_as_it_is() {
        Theme own =
                Theme.DARK.with(
                        Map.of(Ink.FAINT, Color.rgb(0x222222), Ink.LINK, Color.indexed(12)));
        Palette palette = new Palette(new Dress(own, ColorDepth.TRUE, true));
        assertThat(palette.of(Color.of(Ink.FAINT))).isEqualTo(Color.rgb(0x222222));
        assertThat(palette.of(Color.of(Ink.LINK))).isEqualTo(Color.indexed(12));
        Palette old = new Palette(new Dress(own, ColorDepth.SIXTEEN, true));
        assertThat(old.of(Color.of(Ink.FAINT))).isEqualTo(Color.indexed(0));
        assertThat(old.of(Color.of(Ink.LINK))).isEqualTo(Color.indexed(12));
    }

    @Test
    void contrast_is_as_wcag_counts_it() {
        assertThat(Oklch.contrast(0xFFFFFF, 0)).isEqualTo(21);
        assertThat(Oklch.contrast(0x777777, 0xFFFFFF)).isBetween(4.47, 4.49);
        assertThat(Oklch.contrast(0x0000FF, 0xFFFFFF)).isBetween(8.58, 8.60);
    }

    @Test
    void a_colour_comes_back_from_the_way_eyes_see_it() {
        new Random(13)
                .ints(2_000, 0, 1 << 24)
                .forEach(rgb -> {
                    int back = Oklch.of(rgb).rgb();
                    List<Integer> apart =
                            IntStream.of(16, 8, 0)
                                    .mapToObj(s -> Math.abs((rgb >> s & 0xFF) - (back >> s & 0xFF)))
                                    .sorted(Comparator.reverseOrder())
                                    .toList();
                    assertThat(apart.getFirst()).as("%06x %06x", rgb, back).isLessThanOrEqualTo(1);
                });
    }

    private static Oklch look(Palette palette, int name) {
        return Oklch.of(exact(palette.of(new Color.Name(name))));
    }

    private static double contrast(Color color, int background) {
        return Oklch.contrast(exact(color), background);
    }

    private static int exact(Color color) {
        return ColorDepth.exact(color).orElseThrow().value();
    }
}

package chatbois.cellart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures that move.
class ReelTest {
    private static final Size SIZE = new Size(20, 10);

    @ParameterizedTest
    @EnumSource(
            value = Colors.class,
            names = {"SIXTEEN", "INDEXED", "FULL"})
    void a_frame_looks_the_same_whatever_was_before_it(Colors colors) {
        Picture last = Pictures.disc(160, 160);
        Reel reel = new Reel(Style.BLOCKS, colors, SIZE);
        reel.next(Pictures.noise(new Random(1), 160, 160), 0);
        assertThat(changed(reel.next(last, 0), new Reel(Style.BLOCKS, colors, SIZE).next(last, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void frames_of_any_size_give_as_many_cells_of_that_style(Style style) {
        Random random = new Random(9);
        Set<Integer> own = new HashSet<>();
        style.glyphs().forEach(glyph -> own.add(glyph.character()));
        for (Colors colors : Colors.values()) {
            Size size = new Size(1 + random.nextInt(9), 1 + random.nextInt(5));
            Reel reel = new Reel(style, colors, size);
            for (int frame = 0; frame < 6; frame++) {
                Picture picture =
                        Pictures.noise(random, 1 + random.nextInt(60), 1 + random.nextInt(60));
                Cells cells = reel.next(picture, random.nextInt(3) * 100);
                assertThat(cells.size()).isEqualTo(size);
                assertThat(Pictures.characters(cells).replace("\n", "").codePoints().boxed())
                        .hasSize(size.columns() * size.rows())
                        .isSubsetOf(own);
            }
        }
    }

    @Test
    void only_what_moves_changes() {
        Reel reel = new Reel(Style.BLOCKS, Colors.FULL, SIZE);
        Cells first = reel.next(Pictures.disc(160, 160), 0);
        Cells second = reel.next(moved(), 0);
        assertThat(changed(first, second)).isNotEmpty().allMatch(cell -> cell / 20 <= 1);
    }

    @Test
    void without_colours_too_only_what_moves_changes() {
        Reel reel = new Reel(Style.ASCII, Colors.NONE, SIZE);
        Cells first = reel.next(Pictures.disc(160, 160), 0);
        assertThat(changed(first, reel.next(Pictures.disc(160, 160), 0))).isEmpty();
        assertThat(changed(first, reel.next(moved(), 0)))
                .isNotEmpty()
                .allMatch(cell -> cell / 20 <= 1);
    }

    @Test
    void what_was_saved_on_is_made_up_for_when_bytes_count_no_more() {
        Picture last = grain(new Random(6));
        Reel reel = new Reel(Style.BLOCKS, Colors.FULL, SIZE);
        reel.next(Pictures.disc(160, 160), 0);
        reel.next(last, 1_000);
        assertThat(
                        changed(
                                reel.next(last, 0),
                                new Reel(Style.BLOCKS, Colors.FULL, SIZE).next(last, 0)))
                .isEmpty();
    }

    @Test
    void thrift_saves_bytes_of_a_picture_that_moves() {
        assertThat(bytes(Reel.USUAL_THRIFT)).isLessThan(bytes(0) * 3 / 4);
    }

    /// What the second of two frames takes, all of which moves.
    private static int bytes(double thrift) {
        Reel reel = new Reel(Style.BLOCKS, Colors.FULL, SIZE);
        reel.next(Pictures.waves(160, 160, 0), thrift);
        return Escapes.of(reel.next(Pictures.waves(160, 160, 5), thrift), Colors.FULL).length();
    }

    @Test
    void a_picture_that_hardly_changes_stands_still_if_bytes_count() {
        Reel exact = new Reel(Style.ASCII, Colors.FULL, SIZE);
        Reel thrifty = new Reel(Style.ASCII, Colors.FULL, SIZE);
        Random random = new Random(5);
        Picture first = grain(random);
        Picture second = grain(random);
        assertThat(changed(exact.next(first, 0), exact.next(second, 0))).isNotEmpty();
        assertThat(
                        changed(
                                thrifty.next(first, Reel.USUAL_THRIFT),
                                thrifty.next(second, Reel.USUAL_THRIFT)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Colors.class)
    void a_frame_takes_no_more_bytes_than_it_may(Colors colors) {
        Random random = new Random(4);
        Style style = colors == Colors.NONE ? Style.ASCII : Style.BLOCKS;
        Reel reel = new Reel(style, colors, SIZE);
        Cells before = reel.next(Pictures.noise(random, 160, 160), 0);
        for (int most : new int[] {900, 300, 100, 30, 0}) {
            Cells next = reel.next(Pictures.noise(random, 160, 160), 0, most);
            int around = Escapes.turned(before, before, colors).length();
            String turned = Escapes.turned(before, next, colors);
            assertThat(turned.getBytes(UTF_8).length - around).isLessThanOrEqualTo(most);
            before = next;
        }
    }

    @Test
    void few_bytes_make_all_of_a_new_scene_coarse_rather_than_half_of_it_new() {
        Reel reel = new Reel(Style.BLOCKS, Colors.FULL, SIZE);
        Cells old = reel.next(Pictures.disc(160, 160), 0);
        Cells next = reel.next(Pictures.waves(160, 160, 0), 0, 600);
        assertThat(changed(old, next)).hasSize(20 * 10);
        assertThat(changed(next, new Reel(Style.BLOCKS, Colors.FULL, SIZE).next(waves(), 0)))
                .isNotEmpty();
    }

    @Test
    void what_few_bytes_could_not_hold_the_next_frames_make_up_for() {
        for (Colors colors : Colors.values()) {
            Reel reel = new Reel(Style.BLOCKS, colors, SIZE);
            reel.next(Pictures.disc(160, 160), 0);
            Cells before = reel.next(waves(), Reel.USUAL_THRIFT, 600);
            Cells next = reel.next(waves(), Reel.USUAL_THRIFT, 600);
            int frames = 1;
            while (!changed(before, next).isEmpty()) {
                before = next;
                next = reel.next(waves(), Reel.USUAL_THRIFT, 600);
                frames++;
            }
            assertThat(frames).isLessThan(40);
            Cells atOnce = new Reel(Style.BLOCKS, colors, SIZE).next(waves(), Reel.USUAL_THRIFT);
            assertThat(Escapes.of(next, colors).length())
                    .isGreaterThan(Escapes.of(atOnce, colors).length() / 2);
        }
    }

    private static Picture waves() {
        return Pictures.waves(160, 160, 0);
    }

    /// The disc with another corner.
    private static Picture moved() {
        Picture disc = Pictures.disc(160, 160);
        int[] pixels = new int[160 * 160];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % 160;
            int y = i / 160;
            pixels[i] = x < 8 && y < 8 ? 0xFFFFFF : disc.pixel(x, y);
        }
        return new Picture(160, 160, pixels);
    }

    /// The disc as a camera sees it in little light.
    private static Picture grain(Random random) {
        Picture disc = Pictures.disc(160, 160);
        int[] pixels = new int[160 * 160];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = disc.pixel(i % 160, i / 160) ^ random.nextInt(4) * 0x010101;
        }
        return new Picture(160, 160, pixels);
    }

    /// The places of the cells that differ.
    private static Set<Integer> changed(Cells some, Cells others) {
        Set<Integer> changed = new HashSet<>();
        for (int cell = 0; cell < 20 * 10; cell++) {
            int column = cell % 20;
            int row = cell / 20;
            if (some.character(column, row) != others.character(column, row)
                    || some.character(column, row) != ' '
                            && some.ink(column, row) != others.ink(column, row)
                    || some.ground(column, row) != others.ground(column, row)) {
                changed.add(cell);
            }
        }
        return changed;
    }
}

package chatbois.cellart.source;

import static chatbois.cellart.source.Patch.After.CLEARED;
import static chatbois.cellart.source.Patch.After.STAYS;
import static chatbois.cellart.source.Patch.After.TAKEN_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.source.Letters.Frame;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovingPictureTest {
    /// All that can become of a frame, with frames at other places and reaching out of the picture.
    private static final List<Frame> FRAMES =
            List.of(
                    new Frame(0, 0, "RRRR/RRRR/RRRR", STAYS, 100),
                    new Frame(1, 1, "GG/G.", STAYS, 200),
                    new Frame(2, 0, "BB/BB", CLEARED, 300),
                    new Frame(0, 2, "W", TAKEN_BACK, 400),
                    new Frame(0, 0, ".W", STAYS, 500));

    private static final List<String> SHOWN =
            List.of(
                    "RRRR/RRRR/RRRR",
                    "RRRR/RGGR/RGRR",
                    "RRBB/RGBB/RGRR",
                    "RR../RG../WGRR",
                    "RW../RG../RGRR");

    @Test
    void frames_of_a_gif_are_put_onto_each_other_as_each_of_them_says() throws IOException {
        GifMaker maker = new GifMaker(4, 3).loops(2);
        FRAMES.forEach(maker::frame);
        Letters screen = shown(maker.file());
        assertThat(screen.shown).isEqualTo(SHOWN);
        assertThat(screen.times).containsExactly(100, 200, 300, 400, 500);
        assertThat(screen.loops).isEqualTo(3);
    }

    @Test
    void frames_of_a_gif_may_have_their_own_colours_and_another_order_of_rows() throws IOException {
        String rows = "RG/GB/BW/WR/RR/GG/BB/WW/RG/GB/BW";
        GifMaker maker = new GifMaker(2, 11);
        maker.frame(new Frame(0, 0, rows, STAYS, 100), true, true);
        maker.frame(new Frame(0, 10, "WW", STAYS, 100), true, false);
        assertThat(shown(maker.file()).shown)
                .containsExactly(rows, rows.substring(0, rows.length() - 2) + "WW");
    }

    @Test
    void a_frame_that_reaches_out_of_its_picture_is_cut() throws IOException {
        GifMaker maker = new GifMaker(2, 2);
        maker.frame(new Frame(1, 1, "WW/WW", CLEARED, 100));
        maker.frame(new Frame(7, 7, "GG/GG", CLEARED, 100));
        maker.frame(new Frame(0, 0, "W", STAYS, 100));
        assertThat(shown(maker.file()).shown).containsExactly("../.W", "../..", "W./..");
    }

    @Test
    void frames_of_less_than_20_ms_take_100() throws IOException {
        GifMaker maker = new GifMaker(1, 1);
        for (int millis : new int[] {0, 10, 20, 30}) {
            maker.frame(new Frame(0, 0, "R", STAYS, millis));
        }
        assertThat(shown(maker.file()).times).containsExactly(100, 100, 20, 30);
    }

    @Test
    void a_gif_without_a_word_on_it_is_played_once() throws IOException {
        GifMaker maker = new GifMaker(1, 1).frame(new Frame(0, 0, "R", STAYS, 100));
        assertThat(shown(maker.file()).loops).isEqualTo(1);
        GifMaker forEver = new GifMaker(1, 1).loops(0).frame(new Frame(0, 0, "R", STAYS, 100));
        assertThat(shown(forEver.file()).loops).isZero();
    }

    @Test
    void frames_of_an_apng_are_put_onto_each_other_as_each_of_them_says() throws IOException {
        PngMaker maker = new PngMaker(4, 3, 6).moving(FRAMES.size(), 7);
        FRAMES.forEach(frame -> maker.frame(frame, true));
        Letters screen = shown(maker.file());
        assertThat(screen.shown).isEqualTo(SHOWN);
        assertThat(screen.times).containsExactly(100, 200, 300, 400, 500);
        assertThat(screen.loops).isEqualTo(7);
    }

    @Test
    void a_frame_of_an_apng_may_take_the_place_of_what_it_covers() throws IOException {
        PngMaker maker = new PngMaker(2, 1, 6).moving(2, 0);
        maker.frame(new Frame(0, 0, "RG", STAYS, 100), true);
        maker.frame(new Frame(0, 0, ".B", STAYS, 100), false);
        assertThat(shown(maker.file()).shown).containsExactly("RG", ".B");
    }

    @Test
    void frames_of_a_webp_are_put_onto_each_other_as_each_of_them_says() throws IOException {
        Letters screen = shown(Samples.MOVING_WEBP);
        assertThat(screen.shown)
                .containsExactly("RRRR/RRRR/RRRR", "RRGG/RRGG/RRRR", "RR../RR../BBRR");
        assertThat(screen.times).containsExactly(70, 80, 90);
        assertThat(screen.loops).isEqualTo(5);
    }

    private static Letters shown(byte[] file) throws IOException {
        Letters screen = new Letters();
        switch (Format.of(file).orElseThrow()) {
            case GIF -> new GifReader(file, screen).read();
            case PNG -> new PngReader(file, screen).read();
            default -> new WebpReader(file, screen).read();
        }
        return screen;
    }
}

package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Colors;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import chatbois.cellart.worker.Crop;
import chatbois.cellart.worker.Look;
import chatbois.log.Sha256;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.media.Drawing;
import chatbois.terminal.media.Playback;
import chatbois.terminal.media.Wanted;
import chatbois.terminal.screen.Optics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A picture over the whole screen.
class ViewerTest {
    private final Scene scene =
            new Scene(80, 24)
                    .members("bob")
                    .chat("#general", 0)
                    .sends("bob", "one", file("one.png", 1))
                    .says("bob", "and more:")
                    .sends("bob", "two", file("two.gif", 10), file("notes.txt", 0))
                    .sends("bob", "three", file("three.png", 1), file("four.png", 1));

    ViewerTest() {
        scene.model
                .showcase()
                .draws(word ->
                        Drawing.of(word, ColorDepth.TRUE, Map.of("TERM", "xterm"), Optics.NONE));
        scene.changed();
    }

    private static Attachment file(String name, int frames) {
        byte[] bytes = name.getBytes();
        Preview preview =
                new Preview(Sha256.of(bytes), 99, 160, 80, Math.max(frames, 1), 40 * frames);
        return new Attachment(
                Sha256.of(bytes), 5, name, "image/png", null, frames == 0 ? null : preview);
    }

    private Viewer viewer() {
        return ((Overlay.Picture) scene.model.overlay()).viewer();
    }

    private Wanted wanted() {
        return viewer().wanted(80, 20);
    }

    private String name() {
        return viewer().shown().file().name();
    }

    private Crop crop() {
        return wanted().shot().look().crop();
    }

    @Test
    void in_the_chat_it_has_half_of_the_rows_and_in_a_low_window_nearly_all() {
        Map<Integer, Integer> rows = Map.of(8, 3, 10, 5, 11, 6, 16, 6, 24, 10, 80, 24);
        rows.forEach((height, most) -> {
            scene.resize(80, height);
            scene.changed();
            assertThat(scene.model.showcase().wall().orElseThrow().rows())
                    .as("in %d rows", height)
                    .isEqualTo(most);
        });
    }

    @Test
    void alone_it_shows_the_newest_and_leads_to_the_others() {
        scene.enter("/view");
        assertThat(name()).isEqualTo("four.png");
        scene.type("pp");
        assertThat(name()).isEqualTo("two.gif");
        scene.type("ppppn");
        assertThat(name()).isEqualTo("two.gif");
        scene.press(Name.ESCAPE);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
    }

    @Test
    void a_number_says_which_message_and_another_one_which_of_its_pictures() {
        scene.enter("/view #4 2");
        assertThat(name()).isEqualTo("four.png");
        scene.press(Name.ESCAPE);
        scene.enter("/view #4.1");
        assertThat(name()).isEqualTo("three.png");
        scene.press(Name.ESCAPE);
        scene.enter("/view 1");
        assertThat(name()).isEqualTo("one.png");
    }

    @Test
    void where_there_is_none_it_says_so() {
        assertThat(hint("/view #2")).isEqualTo("No file came with message #2.");
        assertThat(hint("/view #4.3")).isEqualTo("Message #4 has 2 files, #4.1 to #4.2.");
        assertThat(hint("/view 1 2")).isEqualTo("Message #1 has one file, #1.1.");
        assertThat(hint("/view #3.2")).isEqualTo("There is no picture to see in #3.2.");
        assertThat(hint("/view #99")).isEqualTo("There is no message #99 here.");
        assertThat(hint("/view #4.0")).contains("counted from 1");
        assertThat(hint("/view cat")).contains("Type /view");
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
    }

    private String hint(String typed) {
        scene.enter(typed);
        return scene.model.hint();
    }

    @Test
    void the_whole_picture_fills_the_screen_with_its_proportions() {
        scene.enter("/view");
        assertThat(wanted().shot().look().size()).isEqualTo(new Size(80, 20));
        assertThat(viewer().wanted(80, 10).shot().look().size()).isEqualTo(new Size(40, 10));
        assertThat(crop()).isEqualTo(Crop.WHOLE);
    }

    @Test
    void one_looks_closer_and_around_but_never_beyond_the_edge() {
        scene.enter("/view");
        scene.type("++");
        assertThat(crop().width()).isBetween(0.43, 0.46);
        assertThat(crop().left()).isBetween(0.26, 0.29);
        scene.type("lllllllllllllllljjjjjjjjjjjj");
        assertThat(crop().left() + crop().width()).isBetween(0.999, 1.000001);
        scene.type("-------");
        assertThat(crop()).isEqualTo(Crop.WHOLE);
        scene.type("++++++++++++++++++++");
        assertThat(crop().width()).isEqualTo(1 / 16.0);
    }

    @Test
    void what_moves_can_be_paused_stepped_and_played_at_other_speeds() {
        scene.enter("/view #3");
        assertThat(wanted().playback()).isEqualTo(Playback.USUAL);
        scene.type("f");
        assertThat(wanted().playback()).isEqualTo(new Playback(0, 1, 0));
        scene.type("bb");
        assertThat(wanted().playback()).isEqualTo(new Playback(0, 9, 0));
        // From its end it is played once more.
        scene.type(" [");
        assertThat(wanted().playback()).isEqualTo(new Playback(0.5, -1, 1));
        scene.type("]]]]]]]]");
        assertThat(wanted().playback()).isEqualTo(new Playback(4, -1, 1));
        scene.type(" ");
        assertThat(wanted().playback()).isEqualTo(new Playback(0, -1, 1));
    }

    @Test
    void it_is_seen_in_other_characters_at_once_and_in_all_chats_once_that_is_kept() {
        scene.enter("/style");
        assertThat(wanted().shot().look().manner())
                .isEqualTo(new Look.Characters(Style.BLOCKS, Colors.FULL));
        scene.type("s");
        assertThat(wanted().shot().look().manner())
                .isEqualTo(new Look.Characters(Style.MOSAIC, Colors.FULL));
        List<Effect> effects = scene.press(Name.ENTER);
        assertThat(effects)
                .anyMatch(effect ->
                        effect instanceof Effect.Run(_, Input.Run(Verb verb, _, String rest))
                                && verb == Verb.SET
                                && rest.equals("media.style mosaic"));
    }

    @Test
    void a_message_that_is_chosen_shows_its_picture_by_a_key() {
        scene.press(Name.UP);
        scene.type("v");
        assertThat(name()).isEqualTo("three.png");
    }
}

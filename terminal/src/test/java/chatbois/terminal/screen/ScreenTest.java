package chatbois.terminal.screen;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.pixel.Medium;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Report;
import chatbois.terminal.screen.Tty.Signal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ScreenTest {
    /// A terminal that is told what happens to it.
    private static final class Stand implements Tty {
        private final Map<Signal, Runnable> reactions = new EnumMap<>(Signal.class);
        private Attributes modes = new Attributes();
        private Size size = Size.of(40, 10);

        Stand() {
            modes.setLocalFlag(LocalFlag.ICANON, true);
            modes.setLocalFlag(LocalFlag.ISIG, true);
        }

        @Override
        public Attributes modes() {
            return new Attributes(modes);
        }

        @Override
        public void modes(Attributes wanted) {
            modes = new Attributes(wanted);
        }

        @Override
        public Size size() {
            return size;
        }

        @Override
        public void on(Signal signal, Runnable reaction) {
            reactions.put(signal, reaction);
        }

        @Override
        public void ignoreSignals() {
            reactions.clear();
        }

        void raise(Signal signal) {
            requireNonNull(reactions.get(signal)).run();
        }
    }

    private final BlockingQueue<Screen.Event> events = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private final Stand terminal = new Stand();
    private Screen screen;

    @BeforeEach
    void open() throws IOException {
        screen =
                Screen.open(
                        terminal,
                        new PipedInputStream(keyboard),
                        shown,
                        Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"),
                        events::add);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void the_first_event_is_the_size_and_every_new_one_follows() throws Exception {
        assertThat(event()).isEqualTo(new Screen.Event.Resized(40, 10));
        terminal.size = Size.of(100, 30);
        terminal.raise(Signal.WINCH);
        assertThat(event()).isEqualTo(new Screen.Event.Resized(100, 30));
        terminal.size = Size.of(0, 0);
        terminal.raise(Signal.WINCH);
        assertThat(event()).isEqualTo(new Screen.Event.Resized(80, 24));
    }

    @Test
    void keys_arrive_as_events_even_a_lone_escape_and_the_end() throws Exception {
        event();
        keyboard.write(new byte[] {'a', 3, 0x1B});
        keyboard.flush();
        assertThat(event()).isEqualTo(new Screen.Event.Pressed(Key.typed('a')));
        assertThat(event()).isEqualTo(new Screen.Event.Pressed(Key.ctrl('c')));
        assertThat(event()).isEqualTo(new Screen.Event.Pressed(Key.named(Key.Name.ESCAPE)));
        keyboard.close();
        assertThat(event()).isEqualTo(new Screen.Event.Ended());
    }

    @Test
    void how_it_takes_pixels_is_asked_once_and_told_when_all_is_known() throws Exception {
        event();
        lookAndTell();
        assertThat(shown()).containsOnlyOnce(Gaze.QUESTION).doesNotContain(Gaze.TRIAL);
        assertThat(screen.optics()).isEqualTo(new Optics(true, "foot(1.16)", false, true, 8, 16));
        assertThat(screen.depth()).isEqualTo(ColorDepth.TRUE); // as is known of foot
        type("x");
        assertThat(event()).isEqualTo(new Screen.Event.Pressed(Key.typed('x')));
    }

    @Test
    void a_picture_is_tried_where_the_name_says_that_it_may_be_taken() throws Exception {
        event();
        screen.look(Optional.empty());
        awaitShown(Gaze.QUESTION + Gaze.ATTRIBUTES);
        type("\u001b[?62c\u001bP>|kitty(0.35.2)\u001b\\\u001b[6;16;8t\u001b[?62c");
        awaitShown(Gaze.TRIAL + Gaze.ATTRIBUTES);
        assertThat(screen.optics().told()).isFalse();
        type("\u001b_Gi=31;OK\u001b\\\u001b[?62c");
        assertThat(event()).isEqualTo(new Screen.Event.Looked());
        assertThat(screen.optics().best()).contains(Medium.KITTY);
        assertThat(shown()).containsOnlyOnce(Gaze.TRIAL);
    }

    @Test
    void a_picture_is_tried_where_that_is_wished_also_later() throws Exception {
        event();
        lookAndTell();
        screen.look(Optional.of(Medium.KITTY));
        awaitShown(Gaze.TRIAL + Gaze.ATTRIBUTES);
        assertThat(screen.optics().told()).isFalse();
        type("\u001b[?62;4c");
        assertThat(event()).isEqualTo(new Screen.Event.Looked());
        assertThat(screen.optics().takes(Medium.KITTY)).isFalse();
        assertThat(shown()).containsOnlyOnce(Gaze.QUESTION);
    }

    private void lookAndTell() throws Exception {
        screen.look(Optional.empty());
        screen.look(Optional.of(Medium.SIXEL));
        awaitShown(Gaze.QUESTION + Gaze.ATTRIBUTES);
        type("\u001b[?62;4c"); // still the answer to what was asked before
        type("\u001bP>|foot(1.16)\u001b\\\u001b[6;16;8t\u001b[?62;4;22c");
        assertThat(event()).isEqualTo(new Screen.Event.Looked());
    }

    @Test
    void letters_of_another_size_are_asked_for_and_told() throws Exception {
        event();
        lookAndTell();
        String before = shown();
        terminal.raise(Signal.WINCH);
        event();
        awaitShown(before + "\u001b[16t");
        type("\u001b[6;32;16t");
        assertThat(event()).isEqualTo(new Screen.Event.Looked());
        assertThat(screen.optics().width()).isEqualTo(16);
    }

    @Test
    void what_stands_between_is_not_asked_how_it_takes_pixels_unless_that_is_wished()
            throws Exception {
        screen.close();
        screen =
                Screen.open(
                        terminal,
                        new PipedInputStream(new PipedOutputStream()),
                        shown,
                        Map.of("TERM", "tmux-256color", "TMUX", "/run/tmux,1,0"),
                        events::add);
        screen.look(Optional.empty());
        screen.copy("behind");
        awaitShown("\u001b]52;");
        assertThat(shown()).doesNotContain("\u001b_G", "\u001b[>q", "\u001b[16t");
        screen.look(Optional.of(Medium.SIXEL));
        awaitShown(Gaze.QUESTION + Gaze.ATTRIBUTES);
    }

    private void type(String answers) throws IOException {
        keyboard.write(answers.getBytes(StandardCharsets.US_ASCII));
        keyboard.flush();
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private void awaitShown(String text) throws InterruptedException {
        while (!shown().contains(text)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Test
    void the_terminal_is_asked_for_its_background_and_no_answer_is_typed() throws Exception {
        event();
        keyboard.write("\u001b]11;rgb:ffff/fdfd".getBytes(StandardCharsets.US_ASCII));
        keyboard.flush();
        keyboard.write("/f5f5\u001b\\\u001b[?62;4cx".getBytes(StandardCharsets.US_ASCII));
        keyboard.flush();
        assertThat(event()).isEqualTo(new Screen.Event.Pressed(Key.typed('x')));
        screen.close(); // by then all is written
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("\u001b]11;?\u001b\\");
    }

    @Test
    void the_mouse_is_listened_to_only_while_it_is_wanted() throws Exception {
        event();
        keyboard.write("\u001b[<0;3;2Mx".getBytes(StandardCharsets.US_ASCII));
        keyboard.flush();
        assertThat(event()).isEqualTo(new Screen.Event.Pressed(Key.typed('x')));
        assertThat(shown.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b[?1000h");
        screen.point(true);
        keyboard.write("\u001b[<0;3;2M".getBytes(StandardCharsets.US_ASCII));
        keyboard.flush();
        assertThat(event())
                .isEqualTo(new Screen.Event.Pointed(new Report.Mouse(Report.Action.CLICK, 2, 1)));
        terminal.raise(Signal.CONT);
        event();
        screen.close();
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "\u001b[?1000h\u001b[?1006h",
                        "\u001b[?1049h",
                        "\u001b[?1000h\u001b[?1006h",
                        "\u001b[?1006l\u001b[?1000l");
    }

    @Test
    void being_asked_to_stop_is_an_event() throws Exception {
        event();
        terminal.raise(Signal.INT);
        assertThat(event()).isEqualTo(new Screen.Event.Interrupted());
    }

    @Test
    void the_terminal_is_given_back_as_it_was() throws Exception {
        assertThat(terminal.modes().getLocalFlag(LocalFlag.ICANON)).isFalse();
        assertThat(terminal.modes().getLocalFlag(LocalFlag.ISIG)).isFalse();
        screen.close();
        screen.close();
        assertThat(terminal.modes().getLocalFlag(LocalFlag.ICANON)).isTrue();
        assertThat(terminal.modes().getLocalFlag(LocalFlag.ISIG)).isTrue();
        assertThat(terminal.reactions).isEmpty();
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .startsWith("\u001b[22;2t\u001b[?1049h")
                .contains("\u001b[?2004h")
                .contains("\u001b[?2004l\u001b[?7h\u001b[?25h")
                .endsWith("\u001b[?1049l\u001b[23;2t")
                .containsOnlyOnce("\u001b[?1049l");
    }

    @Test
    void going_on_after_a_stop_takes_the_terminal_again() throws Exception {
        event();
        Attributes ofTheShell = terminal.modes();
        ofTheShell.setLocalFlag(LocalFlag.ICANON, true);
        terminal.modes(ofTheShell);
        terminal.raise(Signal.CONT);
        assertThat(event()).isEqualTo(new Screen.Event.Resized(40, 10));
        assertThat(terminal.modes().getLocalFlag(LocalFlag.ICANON)).isFalse();
    }

    @Test
    void a_dumb_terminal_has_no_screen() {
        assertThat(Screen.open(Map.of("TERM", "dumb"), events::add)).isEmpty();
        assertThat(Screen.open(Map.of(), events::add)).isEmpty();
    }

    private Screen.Event event() throws InterruptedException {
        Screen.Event event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }
}

package chatbois.terminal.screen;

import chatbois.cellart.pixel.Medium;
import chatbois.terminal.alert.Alert;
import chatbois.terminal.alert.Voice;
import chatbois.terminal.cell.Abilities;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.cell.Painter;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Report;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;

/// Owns the terminal from opening to closing, and gives it back as it was when closed, when the
/// program ends in any way that can be noticed, and while it is suspended.
///
/// Everything that happens on the terminal is an event, told from several threads, the first one
/// its size. Any thread may call the screen.
public final class Screen implements AutoCloseable {
    /// What happens on a terminal.
    public sealed interface Event {
        /// A key was pressed, a text pasted, or the focus changed.
        record Pressed(Key key) implements Event {}

        /// The terminal has this size now; what it shows is lost until the next picture.
        record Resized(int width, int height) implements Event {}

        /// How the terminal takes pixels is known now, or has changed.
        record Looked() implements Event {}

        /// The mouse did something.
        record Pointed(Report.Mouse mouse) implements Event {}

        /// Somebody asked the program to stop.
        record Interrupted() implements Event {}

        /// The terminal is gone.
        record Ended() implements Event {}
    }

    /// The window's title put aside, the alternate screen, no wrapping at the right margin, pastes,
    /// focus changes and changes of the terminal's colours reported.
    private static final String GREETING =
            "\u001b[22;2t\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?1004h\u001b[?2031h\u001b[?25l";

    private static final String FAREWELL =
            "\u001b[?2026l\u001b[0m\u001b[?1006l\u001b[?1000l\u001b[?2031l\u001b[?1004l\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l\u001b[23;2t";

    /// Asks for the colour of the background, and for what every terminal answers, so that nobody
    /// waits for one that doesn't know the first.
    static final String QUESTION = "\u001b]11;?\u001b\\\u001b[c";

    /// Asks how many pixels a cell has.
    private static final String CELL_SIZE = "\u001b[16t";

    private static final String POINTER_ON = "\u001b[?1000h\u001b[?1006h";
    private static final String POINTER_OFF = "\u001b[?1006l\u001b[?1000l";

    /// So long the first picture waits for the answer.
    private static final Duration ANSWER = Duration.ofMillis(150);

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int LARGEST = 1000;

    private static final Duration STILL = Duration.ofSeconds(1);
    private static final String PRESS_ENTER = "\r\nPress Enter to go on.\r\n";

    private final Tty tty;
    private final Map<String, String> environment;
    private final Attributes before;
    private final Abilities able;
    private final Outlet outlet;
    private final Wardrobe wardrobe;
    private final Gaze gaze = new Gaze();
    private final AtomicBoolean pointing = new AtomicBoolean();
    private final Inlet inlet;
    private final Consumer<Event> events;

    /// Whether somebody else has the terminal.
    private volatile boolean lent;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread closer = new Thread(this::close, "terminal-closer");

    private Screen(
            Tty tty,
            InputStream input,
            OutputStream output,
            Map<String, String> environment,
            Consumer<Event> events)
            throws IOException {
        this.tty = tty;
        this.environment = Map.copyOf(environment);
        able = Abilities.of(environment);
        this.events = events;
        before = tty.modes();
        wardrobe = new Wardrobe(able, environment);
        outlet = new Outlet(output, new Painter(wardrobe.dress()), able.answers());
        inlet = new Inlet(input, this::pressed, this::told, () -> events.accept(new Event.Ended()));
    }

    /// Takes over the terminal that the program was started in; nothing if there is none, or none
    /// that can be painted.
    public static Optional<Screen> open(Map<String, String> environment, Consumer<Event> events) {
        Optional<Tty> found = SystemTty.open(environment);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    open(
                            found.get(),
                            new FileInputStream(FileDescriptor.in),
                            new FileOutputStream(FileDescriptor.out),
                            environment,
                            events));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Takes over a terminal, by streams that lead to it.
    static Screen open(
            Tty tty,
            InputStream input,
            OutputStream output,
            Map<String, String> environment,
            Consumer<Event> events)
            throws IOException {
        Screen screen = new Screen(tty, input, output, environment, events);
        Runtime.getRuntime().addShutdownHook(screen.closer);
        tty.on(Tty.Signal.INT, screen::interrupted);
        tty.on(Tty.Signal.WINCH, screen::resized);
        tty.on(Tty.Signal.TSTP, screen::suspend);
        tty.on(Tty.Signal.CONT, screen::goOn);
        screen.outlet.start();
        screen.enter();
        if (screen.able.answers()) {
            screen.outlet.hold(ANSWER);
            screen.ask();
        }
        screen.inlet.start();
        return screen;
    }

    /// What its terminal can show.
    public Abilities able() {
        return able;
    }

    /// Has the terminal asked, once, how it takes pixels: to be done when there is something to be
    /// seen, for nobody is to wait for that. [Event.Looked] says that the answer is there, if there
    /// is one.
    ///
    /// @param wished for what it is asked also if it is one that is better left alone, as tmux
    public void look(Optional<Medium> wished) {
        boolean sure = wished.isPresent() || !Gaze.isLeftAlone(environment);
        if (able.answers() && sure) {
            say(gaze.question(wished.equals(Optional.of(Medium.KITTY))));
        }
    }

    private void say(String question) {
        if (!question.isEmpty()) {
            outlet.say(question);
        }
    }

    /// How many colours the terminal can show, as far as is known by now.
    public ColorDepth depth() {
        return wardrobe.depth();
    }

    /// How the terminal takes pixels, as far as it has told.
    public Optics optics() {
        return gaze.optics();
    }

    /// Shows a picture as soon as the terminal takes it, unless a later one comes first. The cells
    /// must not change any more.
    public void show(Cells cells) {
        outlet.show(cells);
    }

    /// How the terminal gets along with what is shown.
    public Traffic traffic() {
        return outlet.traffic();
    }

    /// Waits until the terminal has all that it was given, but no longer than that.
    public void awaitShown(Duration patience) {
        outlet.awaitShown(patience);
    }

    /// Gives a text to the clipboard by OSC 52, which goes over ssh too; a terminal that doesn't
    /// let programs do that ignores it.
    public void copy(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        outlet.say("\u001b]52;c;" + Base64.getEncoder().encodeToString(utf8) + "\u0007");
    }

    /// Notifies the member, by a way that was chosen or else as the terminal is known to
    /// understand.
    public void alert(Alert alert, Optional<Voice> chosen) {
        outlet.say(chosen.orElseGet(() -> Voice.of(environment)).say(alert, environment));
    }

    /// Paints everything again, for a screen that something else has written on.
    public void redraw() {
        outlet.repaintAnew();
    }

    /// Paints as the member wishes it from now on.
    public void wear(Appearance wishes) {
        wardrobe.wish(wishes).ifPresent(outlet::dress);
    }

    /// Has the terminal tell what the mouse does, or keep it to itself.
    public void point(boolean on) {
        if (pointing.getAndSet(on) != on) {
            outlet.say(on ? POINTER_ON : POINTER_OFF);
        }
    }

    private void ask() {
        gaze.askedElse();
        outlet.say(QUESTION);
    }

    private void pressed(Key key) {
        if (key.equals(new Key.Focus(true)) && wardrobe.knowsBackground()) {
            ask(); // it may have become night
        }
        events.accept(new Event.Pressed(key));
    }

    private void told(Report report) {
        if (gaze.told(report)) {
            if (gaze.optics().isInAllColors()) {
                wardrobe.inAllColors().ifPresent(outlet::dress);
            }
            events.accept(new Event.Looked());
        }
        say(gaze.further());
        switch (report) {
            case Report.Background(int rgb) -> {
                wardrobe.background(rgb).ifPresent(outlet::dress);
                outlet.letGo();
            }
            case Report.Attributes _ -> outlet.letGo();
            case Report.Repainted() -> ask();
            case Report.Program _, Report.Graphics _, Report.CellSize _ -> {}
            case Report.Ready() -> outlet.ready();
            case Report.Mouse mouse -> {
                if (pointing.get()) {
                    events.accept(new Event.Pointed(mouse));
                }
            }
        }
    }

    /// Gives the terminal back and stops this process; being told to go on, it takes the terminal
    /// again.
    public void suspend() {
        if (!lent) {
            leave();
        }
        try {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-STOP", self).start().waitFor();
        } catch (IOException _) {
            goOn();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lends the terminal to a command until it ends, and gives its exit code. What is typed there
    /// is the command's alone; what it does to this process by the terminal's signals is not for
    /// us.
    public int lend(List<String> command) throws IOException, InterruptedException {
        outlet.settle(PATIENCE);
        boolean still = inlet.pause(() -> outlet.say(Outlet.ASK), STILL);
        lent = true;
        try {
            leave(still ? "" : PRESS_ENTER);
            inlet.awaitPause();
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } finally {
            lent = false;
            inlet.resume();
            enter();
        }
    }

    /// What is set around the program.
    public Map<String, String> environment() {
        return environment;
    }

    /// Gives the terminal back for good.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        leave();
        outlet.end();
        tty.ignoreSignals();
        try {
            Runtime.getRuntime().removeShutdownHook(closer);
        } catch (IllegalStateException _) {
            // The program is on its way out.
        }
    }

    private void interrupted() {
        if (!lent) {
            events.accept(new Event.Interrupted());
        }
    }

    private void goOn() {
        if (!lent) {
            enter();
        }
    }

    private void enter() {
        if (closed.get()) {
            return;
        }
        try {
            tty.modes(raw(tty.modes()));
        } catch (IOException _) {
            // The terminal is gone, which its input will tell.
        }
        outlet.open(pointing.get() ? GREETING + POINTER_ON : GREETING);
        resized();
    }

    /// Every key comes as it is pressed, Ctrl+C, Ctrl+S and the like too; a read waits until there
    /// is something.
    private static Attributes raw(Attributes modes) {
        modes.setLocalFlags(
                EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN, LocalFlag.ISIG),
                false);
        modes.setInputFlags(EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR), false);
        modes.setControlChar(ControlChar.VMIN, 1);
        modes.setControlChar(ControlChar.VTIME, 0);
        return modes;
    }

    private void leave() {
        leave("");
    }

    private void leave(String word) {
        outlet.close(FAREWELL + word, PATIENCE);
        try {
            tty.modes(before);
        } catch (IOException _) {
            // gone
        }
    }

    /// Some terminals don't know their size and say 0; the usual one is better than none.
    private void resized() {
        Size size = size();
        boolean known = size.getColumns() > 0 && size.getRows() > 0;
        int width = known ? Math.min(size.getColumns(), LARGEST) : 80;
        int height = known ? Math.min(size.getRows(), LARGEST) : 24;
        outlet.repaint();
        if (gaze.optics().cellWidth() > 0) {
            outlet.say(CELL_SIZE); // its letters may be of another size
        }
        events.accept(new Event.Resized(width, height));
    }

    private Size size() {
        try {
            return tty.size();
        } catch (IOException _) {
            return Size.of(0, 0);
        }
    }
}

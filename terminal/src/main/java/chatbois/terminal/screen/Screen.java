package chatbois.terminal.screen;

import chatbois.terminal.alert.Alert;
import chatbois.terminal.alert.Voice;
import chatbois.terminal.cell.Abilities;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.cell.Painter;
import chatbois.terminal.key.Key;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

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

        /// Somebody asked the program to stop.
        record Interrupted() implements Event {}

        /// The terminal is gone.
        record Ended() implements Event {}
    }

    /// The window's title put aside, the alternate screen, no wrapping at the right margin, pastes
    /// and focus changes reported.
    private static final String GREETING =
            "\u001b[22;2t\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?1004h\u001b[?25l";

    private static final String FAREWELL =
            "\u001b[?2026l\u001b[0m\u001b[?1004l\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l\u001b[23;2t";

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int LARGEST = 1000;

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Attributes before;
    private final Abilities able;
    private final Outlet outlet;
    private final AtomicReference<ColorDepth> depth;
    private final ColorDepth found;
    private final Consumer<Event> events;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread closer = new Thread(this::close, "terminal-closer");

    private Screen(
            Terminal terminal,
            OutputStream output,
            Map<String, String> environment,
            Consumer<Event> events) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
        able = Abilities.of(environment);
        this.events = events;
        before = terminal.getAttributes();
        found = able.depth();
        depth = new AtomicReference<>(found);
        outlet = new Outlet(output, new Painter(able.depth(), able.links()));
    }

    /// Takes over the terminal that the program was started in; nothing if there is none, or none
    /// that can be painted.
    public static Optional<Screen> open(Map<String, String> environment, Consumer<Event> events) {
        return SystemTerminal.open(environment)
                .map(terminal ->
                        // Not JLine's streams: closing it would wait for a thread in them.
                        open(
                                terminal,
                                new FileInputStream(FileDescriptor.in),
                                new FileOutputStream(FileDescriptor.out),
                                environment,
                                events));
    }

    /// Takes over a terminal, by streams that lead to it.
    static Screen open(
            Terminal terminal,
            InputStream input,
            OutputStream output,
            Map<String, String> environment,
            Consumer<Event> events) {
        Screen screen = new Screen(terminal, output, environment, events);
        Runtime.getRuntime().addShutdownHook(screen.closer);
        terminal.handle(Signal.INT, _ -> events.accept(new Event.Interrupted()));
        terminal.handle(Signal.WINCH, _ -> screen.resized());
        terminal.handle(Signal.TSTP, _ -> screen.suspend());
        terminal.handle(Signal.CONT, _ -> screen.enter());
        screen.outlet.start();
        screen.enter();
        new Inlet(
                        input,
                        key -> events.accept(new Event.Pressed(key)),
                        () -> events.accept(new Event.Ended()))
                .start();
        return screen;
    }

    /// What its terminal can show.
    public Abilities able() {
        return able;
    }

    /// Shows a picture as soon as the terminal takes it, unless a later one comes first. The cells
    /// must not change any more.
    public void show(Cells cells) {
        outlet.show(cells);
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
        outlet.repaint();
    }

    /// Paints with as many colours as the member has chosen; another word than those of
    /// [ColorDepth] means as many as the terminal was found to have.
    public void colors(String word) {
        ColorDepth wanted = found.chosen(word);
        if (depth.getAndSet(wanted) != wanted) {
            outlet.colors(wanted);
        }
    }

    /// Gives the terminal back and stops this process; being told to go on, it takes the terminal
    /// again.
    public void suspend() {
        leave();
        try {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-STOP", self).start().waitFor();
        } catch (IOException _) {
            enter();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Gives the terminal back for good.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        leave();
        outlet.end();
        try {
            terminal.close();
            Runtime.getRuntime().removeShutdownHook(closer);
        } catch (IOException | IllegalStateException _) {
            // Gone already, or the program is on its way out.
        }
    }

    private void enter() {
        if (closed.get()) {
            return;
        }
        terminal.enterRawMode();
        Attributes ours = terminal.getAttributes();
        // Ctrl+C, Ctrl+S and the like are keys; a read waits until there is something.
        ours.setLocalFlag(LocalFlag.ISIG, false);
        ours.setInputFlag(InputFlag.IXON, false);
        ours.setControlChar(ControlChar.VMIN, 1);
        ours.setControlChar(ControlChar.VTIME, 0);
        terminal.setAttributes(ours);
        outlet.open(GREETING);
        resized();
    }

    private void leave() {
        outlet.close(FAREWELL, PATIENCE);
        try {
            terminal.setAttributes(before);
        } catch (IllegalStateException _) {
            // JLine's own hook was faster and has done the same.
        }
    }

    /// Some terminals don't know their size and say 0; the usual one is better than none.
    private void resized() {
        Size size = terminal.getSize();
        boolean known = size.getColumns() > 0 && size.getRows() > 0;
        int width = known ? Math.min(size.getColumns(), LARGEST) : 80;
        int height = known ? Math.min(size.getRows(), LARGEST) : 24;
        outlet.repaint();
        events.accept(new Event.Resized(width, height));
    }
}

package chatbois.terminal.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream;

/// Plays on a screen that nobody sees: watches what it shows and presses keys at their cue. For
/// rehearsals; it ends the terminal when a cue does not come.
public final class Script {
    private record Cue(String words, String keys) {}

    private static final long PATIENCE_SECONDS = 20;

    /// What a usual terminal answers.
    private static final String ANSWER = "\u001b]11;rgb:0000/0000/0000\u001b\\\u001b[?62;22c";

    private final Queue<Cue> cues = new ArrayDeque<>();
    private final BlockingQueue<byte[]> pressed = new LinkedBlockingQueue<>();

    /// Presses keys, as a terminal sends them, once the screen shows some words.
    public Script on(String words, String keys) {
        cues.add(new Cue(words, keys));
        return this;
    }

    /// Opens the screen and begins to play.
    ///
    /// @param environment as around a program in the terminal that is played
    public Screen open(
            Map<String, String> environment, int width, int height, Consumer<Screen.Event> events)
            throws IOException {
        SystemTty.rehearse();
        ScreenTerminal shown = new ScreenTerminal(width, height);
        OutputStream output = new Stage(shown);
        return Screen.open(
                new Stand(Size.of(width, height)), new Keyboard(), output, environment, events);
    }

    private void watch(String shown) {
        Cue next = cues.peek();
        if (next != null && shown.contains(next.words())) {
            cues.remove();
            press(next.keys());
        }
    }

    private void press(String keys) {
        pressed.add(keys.getBytes(StandardCharsets.UTF_8));
    }

    /// Where the screen is shown; looked at whenever a picture is complete.
    private final class Stage extends OutputStream {
        private final ScreenTerminal shown;
        private final OutputStream terminal;

        Stage(ScreenTerminal shown) {
            this.shown = shown;
            terminal =
                    new ScreenTerminalOutputStream(
                            shown, StandardCharsets.UTF_8, OutputStream.nullOutputStream());
        }

        @Override
        public void write(int b) throws IOException {
            terminal.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            terminal.write(bytes, from, length);
            if (new String(bytes, from, length, StandardCharsets.UTF_8).contains(Screen.QUESTION)) {
                press(ANSWER);
            }
        }

        @Override
        public void flush() throws IOException {
            terminal.flush();
            watch(shown.toString());
        }
    }

    /// A terminal that nobody resizes or suspends.
    private record Stand(Size size) implements Tty {
        @Override
        public Attributes modes() {
            return new Attributes();
        }

        @Override
        public void modes(Attributes wanted) {
            // it has none
        }

        @Override
        public void on(Signal signal, Runnable reaction) {
            // none comes
        }

        @Override
        public void ignoreSignals() {
            // none came
        }
    }

    private final class Keyboard extends InputStream {
        @Override
        public int read() {
            throw new UnsupportedOperationException("keys come as they are pressed");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                byte[] keys = pressed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (keys == null) {
                    return -1;
                }
                System.arraycopy(keys, 0, buffer, from, keys.length);
                return keys.length;
            } catch (InterruptedException e) {
                throw new InterruptedIOException(e.getMessage());
            }
        }
    }
}

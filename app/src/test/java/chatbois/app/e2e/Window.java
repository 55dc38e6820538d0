package chatbois.app.e2e;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;

/// A terminal window with the program in it: a real pseudo-terminal, and an emulator that shows
/// what a person would see. A shell around the program notes the terminal's modes before and after.
public final class Window implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;
    private static final String ESC = "\u001b";

    /// How fast a window takes what it is sent, if that is limited, and what it answers.
    ///
    /// @param bytes in a second; 0 for as many as there are
    /// @param answers what the terminal says to each question
    record Line(int bytes, Map<String, String> answers) {
        static final Line FAST = new Line(0, Map.of());

        /// Asks a terminal whether it is well, and says so.
        private static final Map<String, String> WELL = Map.of(ESC + "[5n", ESC + "[0n");

        /// @param answers whether it says that it has taken what it was sent
        Line(int bytes, boolean answers) {
            this(bytes, answers ? WELL : Map.of());
        }

        /// One that says more.
        Line saying(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(answers);
            all.putAll(more);
            return new Line(bytes, all);
        }
    }

    private final Path directory;
    private final PtyProcess shell;
    private final Line line;
    private final ScreenTerminal emulator;
    private final StringBuilder raw = new StringBuilder();

    /// The end of what came, in which a question may have begun; for the thread that shows.
    private String asked = "";

    private Window(Path directory, PtyProcess shell, int width, int height, Line line) {
        this.directory = directory;
        this.line = line;
        this.shell = shell;
        this.emulator = new ScreenTerminal(width, height);
        // Not a virtual thread: reading a pseudo-terminal would hold on to its carrier.
        Thread.ofPlatform().daemon().start(this::show);
    }

    /// Opens a window for the member whose files are in that directory.
    public static Window open(Path directory, int width, int height, String... arguments)
            throws IOException {
        return open(directory, width, height, Map.of(), Line.FAST, arguments);
    }

    /// The same where more is set around the program, behind a line of some kind.
    static Window open(
            Path directory,
            int width,
            int height,
            Map<String, String> around,
            Line line,
            String... arguments)
            throws IOException {
        Files.createDirectories(directory);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TERM", "xterm-256color");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("CHATBOIS_HOME", directory.resolve("home").toString());
        environment.remove("NO_COLOR");
        environment.remove("COLORTERM");
        environment.putAll(around);
        String[] command = {"/bin/sh", "-c", script(directory, List.of(arguments))};
        PtyProcess shell =
                new PtyProcessBuilder(command)
                        .setEnvironment(environment)
                        .setDirectory(directory.toString())
                        .setInitialColumns(width)
                        .setInitialRows(height)
                        .start();
        return new Window(directory, shell, width, height, line);
    }

    private static String script(Path directory, List<String> arguments) {
        return "stty -g > before; "
                + program(arguments)
                + "; code=$?; stty -g > after; echo \"ended: $code\"";
    }

    /// The program's command line, as a shell takes it.
    static String program(List<String> arguments) {
        StringBuilder run = new StringBuilder();
        List<String> java =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "chatbois.app.Main");
        java.forEach(word -> run.append('\'').append(word).append("' "));
        arguments.forEach(word -> run.append('\'').append(word).append("' "));
        return run.toString().strip();
    }

    public void type(String text) throws IOException {
        shell.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
    }

    /// Types a line, sees that it has arrived in the input line, and only then presses Enter, as a
    /// person does; and types nothing more before the line is taken, since what arrives in one
    /// piece is a paste.
    void say(String line) throws Exception {
        type(line);
        await("the typed line", screen -> screen.contains(line));
        type("\r");
        await("the line taken", screen -> !screen.contains("> " + line));
    }

    /// As the terminal does when the member pastes.
    void paste(String text) throws IOException {
        type(ESC + "[200~" + text + ESC + "[201~");
    }

    void resize(int width, int height) {
        synchronized (raw) {
            emulator.setSize(new Size(width, height));
        }
        shell.setWinSize(new WinSize(width, height));
    }

    public void await(String text) throws Exception {
        await(text, screen -> screen.contains(text));
    }

    /// Chooses the first message of a chat, which stands there before it is with the server.
    ///
    /// @param deeds something that can be done with it
    void chooseOnceSent(String deeds) throws Exception {
        String sending = "That is still being sent.";
        type(ESC + "[A");
        await(deeds, screen -> screen.contains(deeds) || screen.contains(sending));
        while (!screen().contains(deeds)) {
            type(ESC);
            await("the line without a hint", screen -> !screen.contains(sending));
            type(ESC + "[A");
            await(deeds, screen -> screen.contains(deeds) || screen.contains(sending));
        }
    }

    /// Waits until the screen is so.
    public void await(String what, Predicate<String> is) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (raw) {
            while (!is.test(screen())) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("no " + what + " on this screen:\n" + screen());
                }
                TimeUnit.NANOSECONDS.timedWait(raw, left);
            }
        }
    }

    /// What a person sees, row by row.
    public String screen() {
        synchronized (raw) {
            int width = emulator.getColumns();
            int height = emulator.getRows();
            long[] cells = new long[width * height];
            emulator.dump(cells, new int[2]);
            StringBuilder text = new StringBuilder();
            for (int y = 0; y < height; y++) {
                text.append(row(cells, y * width, width)).append('\n');
            }
            return text.toString();
        }
    }

    private static String row(long[] cells, int from, int width) {
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < width; x++) {
            int codePoint = ScreenTerminal.cellCodePoint(cells[from + x]);
            if (codePoint > 0) {
                row.appendCodePoint(codePoint);
            }
        }
        return row.toString().stripTrailing();
    }

    /// Everything that the program ever wrote.
    String raw() {
        synchronized (raw) {
            return raw.toString();
        }
    }

    /// Sends a signal to the program, not to the shell around it.
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(program())).start().waitFor();
    }

    /// Waits until the program is stopped, not ended.
    void awaitStopped() throws Exception {
        Path state = Path.of("/proc/" + program() + "/stat");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.readString(state).contains(") T ")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the program does not stop");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private long program() {
        return handle().children().findFirst().orElseThrow().pid();
    }

    /// Waits for the program's end, and gives the exit code that the shell saw.
    int exitCode() throws Exception {
        await("end", screen -> screen.contains("ended: "));
        String after = screen();
        String code = after.substring(after.indexOf("ended: ") + 7).lines().findFirst().orElse("");
        return Integer.parseInt(code.strip());
    }

    String modesBefore() throws IOException {
        return Files.readString(directory.resolve("before"));
    }

    String modesAfter() throws IOException {
        return Files.readString(directory.resolve("after"));
    }

    @Override
    public void close() {
        ProcessHandle.of(shell.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }

    private ProcessHandle handle() {
        return ProcessHandle.of(shell.pid()).orElseThrow();
    }

    /// Takes the time that the line takes, and answers what the terminal is asked.
    private void pass(String text) throws IOException {
        if (line.bytes > 0) {
            long bytes = text.getBytes(StandardCharsets.UTF_8).length;
            LockSupport.parkNanos(bytes * TimeUnit.SECONDS.toNanos(1) / line.bytes);
        }
        asked += text;
        Optional<String> question = nextQuestion();
        while (question.isPresent()) {
            String of = question.get();
            asked = asked.substring(asked.indexOf(of) + of.length());
            type(line.answers.getOrDefault(of, ""));
            question = nextQuestion();
        }
        int longest = line.answers.keySet().stream().mapToInt(String::length).max().orElse(0);
        asked = asked.substring(Math.max(asked.length() - longest, 0));
    }

    private Optional<String> nextQuestion() {
        return line.answers.keySet().stream()
                .filter(asked::contains)
                .min(Comparator.comparingInt(asked::indexOf));
    }

    private void show() {
        char[] some = new char[line.bytes == 0 ? 4_096 : 256];
        try (Reader in = new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                synchronized (raw) {
                    raw.append(some, 0, n);
                    emulator.write(new String(some, 0, n));
                    raw.notifyAll();
                }
                pass(new String(some, 0, n));
            }
        } catch (IOException e) {
            // The window was closed.
        }
    }
}

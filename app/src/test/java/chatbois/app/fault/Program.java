package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.protocol.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The real program, in a process of its own.
final class Program implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("event=listening address=(\\S+)");
    private static final List<String> JAVA =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"));

    private final Process process;
    private final Lines lines = new Lines();

    private Program(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /// Starts a server.
    static Program serve(List<String> jvm, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--server", "--listen", "127.0.0.1:0"));
        all.addAll(arguments);
        return start(jvm, all);
    }

    /// Runs `--check` over a data directory to its end, and expects nothing to be found.
    static void check(Path data) throws Exception {
        try (Program check =
                start(List.of(), List.of("--server", "--check", "--data", data.toString()))) {
            assertThat(check.awaitExit()).as(check.lines.text()).isZero();
        }
    }

    /// Runs a command to its end, and expects it to end well.
    static void run(String... arguments) throws Exception {
        try (Program program = start(List.of(), List.of(arguments))) {
            assertThat(program.awaitExit()).as(program.lines.text()).isZero();
        }
    }

    /// Starts a server that listens there.
    static Program serveAt(Address listen, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--server", "--listen", listen.toString()));
        all.addAll(arguments);
        return start(List.of(), all);
    }

    private static Program start(List<String> jvm, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(1, jvm);
        command.add("chatbois.app.Main");
        command.addAll(arguments);
        return new Program(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /// Where it listens, as soon as it does.
    Address address() throws Exception {
        String line = lines.await(LISTENING, 1);
        Matcher matcher = LISTENING.matcher(line);
        assertThat(matcher.find()).isTrue();
        return Address.parse(matcher.group(1));
    }

    /// Waits for a line that it writes.
    void await(String part) throws Exception {
        await(part, 1);
    }

    /// Waits until it has written so many such lines.
    void await(String part, int times) throws Exception {
        lines.await(Pattern.compile(Pattern.quote(part)), times);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// As `kill -9` does: at once, wherever it is.
    void kill() {
        process.destroyForcibly();
    }

    /// Asks it to stop, and expects it to do so.
    void stop() throws Exception {
        process.destroy();
        assertThat(awaitExit()).as(lines.text()).isZero();
    }

    int awaitExit() throws Exception {
        assertThat(process.waitFor(Waiting.SECONDS, TimeUnit.SECONDS)).as(lines.text()).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // The process was killed while it wrote.
        }
        lines.end();
    }

    /// What it wrote, on either stream.
    private static final class Lines {
        private final List<String> all = new ArrayList<>();
        private CompletableFuture<Void> changed = new CompletableFuture<>();
        private boolean ended;

        synchronized void add(String line) {
            all.add(line);
            changed.complete(null);
            changed = new CompletableFuture<>();
        }

        synchronized void end() {
            ended = true;
            changed.complete(null);
        }

        synchronized String text() {
            return String.join("\n", all);
        }

        String await(Pattern pattern, int times) throws Exception {
            while (true) {
                CompletableFuture<Void> next;
                synchronized (this) {
                    List<String> found =
                            all.stream().filter(line -> pattern.matcher(line).find()).toList();
                    if (found.size() >= times) {
                        return found.getLast();
                    }
                    assertThat(ended).as("ended with\n%s", text()).isFalse();
                    next = changed;
                }
                Waiting.get(next);
            }
        }
    }
}

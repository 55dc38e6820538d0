package chatbois.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The program in a tmux of its own, which knows the keys by their names and says what it shows.
final class Tmux implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    /// Whether there is a tmux here.
    static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Opens a window for the member whose files are in that directory.
    static Tmux open(Path directory, int width, int height) throws Exception {
        Tmux tmux = new Tmux(directory.resolve("tmux"));
        tmux.run(
                "new-session",
                "-d",
                "-x",
                String.valueOf(width),
                "-y",
                String.valueOf(height),
                "LC_ALL=C.UTF-8 CHATBOIS_HOME='%s' %s"
                        .formatted(directory.resolve("home"), Window.program(List.of())));
        tmux.run("set", "-g", "status", "off");
        tmux.run("set", "-g", "escape-time", "10");
        return tmux;
    }

    /// Presses a key by tmux's name for it.
    void press(String key) throws Exception {
        run("send-keys", key);
    }

    /// Types words, and waits until they stand in the input.
    void type(String words) throws Exception {
        run("send-keys", "-l", words);
        await("the typed words", screen -> screen.contains(words));
    }

    void await(String text) throws Exception {
        await(text, screen -> screen.contains(text));
    }

    void await(String what, Predicate<String> is) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String screen = screen();
        while (!is.test(screen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + what + " on this screen:\n" + screen);
            }
            LockSupport.parkNanos(LOOK_NANOS);
            screen = screen();
        }
    }

    String screen() throws Exception {
        return run("capture-pane", "-p");
    }

    /// Waits until the program has ended: it may still be writing.
    @Override
    public void close() throws Exception {
        long pid = Long.parseLong(run("display-message", "-p", "#{pane_pid}").strip());
        List<ProcessHandle> running =
                ProcessHandle.of(pid).stream()
                        .flatMap(shell -> Stream.concat(Stream.of(shell), shell.descendants()))
                        .toList();
        run("kill-server");
        for (ProcessHandle program : running) {
            program.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private String run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of("-f", "/dev/null"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + said);
        }
        return said;
    }
}

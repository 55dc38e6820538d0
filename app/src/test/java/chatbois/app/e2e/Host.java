package chatbois.app.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server process that can be stopped and started again on the same data.
final class Host implements AutoCloseable {
    private final Path directory;
    private final Path data;
    private final Path invite;
    private final String address;
    private Process process;

    Host(Path directory) throws IOException {
        this.directory = directory;
        this.data = directory.resolve("server");
        this.invite = directory.resolve("invite");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.address = "127.0.0.1:" + free.getLocalPort();
        }
        this.process = start();
    }

    String ownerInvite() throws IOException {
        return Files.readString(invite).strip();
    }

    /// Somebody who comes in by an invite, on the screen.
    Window join(String name, String invite, int width, int height) throws Exception {
        Window window =
                Window.open(directory.resolve(name), width, height, "join", invite, "--as", name);
        window.await("Kitchen · online");
        return window;
    }

    /// The same where more is set around the program, behind a line of some kind.
    Window join(
            String name,
            String invite,
            int width,
            int height,
            Map<String, String> around,
            Window.Line line)
            throws Exception {
        Path home = directory.resolve(name);
        Window window =
                Window.open(home, width, height, around, line, "join", invite, "--as", name);
        window.await("Kitchen · online");
        return window;
    }

    /// Somebody who comes in by an invite, in line mode.
    Window joinPlain(String name, String invite) throws Exception {
        Path home = directory.resolve(name);
        try (Window joining = Window.open(home, 80, 24, "join", invite, "--as", name, "--no-ui")) {
            if (joining.exitCode() != 0) {
                throw new AssertionError(name + " can't join:\n" + joining.screen());
            }
        }
        Window window = Window.open(home, 200, 100, "--plain");
        window.await("Kitchen");
        return window;
    }

    /// The line that `/invite` shows, put together again where the window breaks it.
    static String invite(Window inviter) throws Exception {
        inviter.say("/invite");
        return shownInvite(inviter);
    }

    /// The same for a role.
    static String invite(Window inviter, String role) throws Exception {
        inviter.say("/invites " + role);
        return shownInvite(inviter);
    }

    private static String shownInvite(Window inviter) throws Exception {
        inviter.await("chatbois://");
        inviter.await("Esc closes");
        String screen = inviter.screen();
        String line = screen.substring(screen.indexOf("chatbois://"));
        String whole = line.lines().limit(2).map(String::strip).reduce("", String::concat);
        inviter.type("\u001b");
        inviter.await("the chat again", text -> !text.contains("Esc closes"));
        return whole;
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end");
        }
    }

    /// As when the machine loses its power.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Waits for the server to end by itself.
    int exitCode() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end");
        }
        return process.exitValue();
    }

    void startAgain() throws IOException {
        process = start();
    }

    private Process start() throws IOException {
        Process started =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "chatbois.app.Main",
                                "--server",
                                "--name=Kitchen",
                                "--listen=" + address,
                                "--address=" + address,
                                "--data=" + data,
                                "--invite-out=" + invite,
                                "--recovery-out=" + invite.resolveSibling("words"))
                        .redirectErrorStream(true)
                        .start();
        awaitListening(started.inputReader());
        return started;
    }

    /// The invite's line is the last thing that a first start writes.
    private static void awaitListening(BufferedReader lines) throws IOException {
        List<String> last = List.of("In another terminal", " is back with everything");
        String line = lines.readLine();
        while (line != null && last.stream().noneMatch(line::contains)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the server did not start");
        }
        Thread.ofPlatform().daemon().start(() -> drain(lines));
    }

    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The process is gone.
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

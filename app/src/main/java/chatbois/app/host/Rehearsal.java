package chatbois.app.host;

import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.server.Foundation;
import chatbois.server.FoundingPlan;
import chatbois.server.ServerSettings;
import chatbois.server.journal.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

/// Founds and starts a server in a directory of its own and ends it again, so that the start-up
/// cache learns which classes a real start needs.
public final class Rehearsal {
    private Rehearsal() {}

    /// Somebody who plays with a server while it runs.
    public interface Guest {
        /// @param directory for the guest's own files; deleted afterwards
        void play(String ownerInvite, Path directory) throws Exception;
    }

    private interface Play {
        void in(Path directory) throws Exception;
    }

    static int run() throws Exception {
        in(directory -> {
            SecureRandom random = new SecureRandom();
            Clock clock = Clock.systemUTC();
            Foundation foundation = Foundation.open(directory.resolve("server"));
            Address address = new Address("127.0.0.1", freePort());
            foundation.found(
                    new FoundingPlan("Rehearsal", address, 10),
                    SigningKey.generate(random),
                    random,
                    clock);
            Journal silent = new Journal(new PrintStream(OutputStream.nullOutputStream()), clock);
            foundation.start(new ServerSettings(address, 0), silent, clock).close();
        });
        return 0;
    }

    /// Lets somebody play with a server in a process of its own: what is in the start-up cache is
    /// loaded at each start, and a client needs nothing of a server.
    public static void withServer(Guest guest) throws Exception {
        in(directory -> {
            Process server = start(directory);
            try {
                guest.play(ownerInvite(server), directory.resolve("guest"));
            } finally {
                server.destroy();
                server.waitFor();
            }
        });
    }

    private static Process start(Path directory) throws IOException {
        String address = "127.0.0.1:" + freePort();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "chatbois.app.Main",
                        "--server",
                        "--name=Rehearsal",
                        "--listen=" + address,
                        "--address=" + address,
                        "--data=" + directory.resolve("server"))
                .redirectError(Redirect.DISCARD)
                .start();
    }

    /// The server says it once it listens.
    private static String ownerInvite(Process server) throws IOException {
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            int at = line.indexOf(Invite.SCHEME);
            if (at >= 0) {
                return line.substring(at).strip();
            }
        }
        throw new IOException("the rehearsal's server did not start");
    }

    private static void in(Play play) throws Exception {
        Path directory = Files.createTempDirectory("chatbois-rehearsal");
        try {
            play.in(directory);
        } finally {
            delete(directory);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

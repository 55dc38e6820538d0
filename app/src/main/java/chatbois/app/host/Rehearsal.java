package chatbois.app.host;

import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.server.Foundation;
import chatbois.server.FoundingPlan;
import chatbois.server.Server;
import chatbois.server.ServerSettings;
import chatbois.server.journal.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    /// Somebody who plays with the server while it runs.
    public interface Guest {
        /// @param directory for the guest's own files; deleted afterwards
        void play(String ownerInvite, Path directory) throws Exception;
    }

    static int run() throws Exception {
        withServer((_, _) -> {});
        return 0;
    }

    public static void withServer(Guest guest) throws Exception {
        Path directory = Files.createTempDirectory("chatbois-rehearsal");
        try {
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
            try (Server _ = foundation.start(new ServerSettings(address, 0), silent, clock)) {
                guest.play(foundation.ownerInvite().orElseThrow(), directory.resolve("guest"));
            }
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

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

/// Founds and starts a server in a directory of its own and ends it again, so that the start-up
/// cache learns which classes a real start needs.
final class Rehearsal {
    private Rehearsal() {}

    static int run() throws IOException {
        Path directory = Files.createTempDirectory("chatbois-rehearsal");
        try {
            Address address = new Address("127.0.0.1", 0);
            SecureRandom random = new SecureRandom();
            Clock clock = Clock.systemUTC();
            Foundation foundation = Foundation.open(directory);
            foundation.found(
                    new FoundingPlan("Rehearsal", address, 1),
                    SigningKey.generate(random),
                    random,
                    clock);
            Journal silent = new Journal(new PrintStream(OutputStream.nullOutputStream()), clock);
            Server server = foundation.start(new ServerSettings(address, 1), silent, clock);
            server.close();
        } finally {
            delete(directory);
        }
        return 0;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

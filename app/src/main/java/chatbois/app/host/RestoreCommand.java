package chatbois.app.host;

import chatbois.server.Restoration;
import chatbois.server.Restoration.Restored;
import chatbois.terminal.text.SafeText;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `chatbois restore`: brings a community back from a backup.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Bring a community back from a backup, into a directory that holds nothing yet. Every"
                        + " signature, every head and every rule is checked first.")
public final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:CHATBOIS_DATA}",
            description = "Where the server keeps everything; as for --server.")
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        Path directory = data == null ? DataHome.server(System.getenv()) : data;
        Restored restored = Restoration.restore(file, directory);
        System.out.println(
                "restored: %s, as it was at %s. Members: %d, chats: %d, events: %d; every signature and"
                                .formatted(
                                        SafeText.line(restored.name()),
                                        restored.made().truncatedTo(ChronoUnit.SECONDS),
                                        restored.members(),
                                        restored.chats(),
                                        restored.events())
                        + " every head is right.");
        System.out.println("Start it with: ./chatbois --server --data " + directory);
        return 0;
    }
}

package chatbois.app.member;

import chatbois.client.Communities.Found;
import chatbois.terminal.command.Export;
import chatbois.terminal.command.Export.Format;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Saves a chat to a file.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Save a whole chat to a file that is not there yet: to read, or as JSON Lines with what"
                    + " was signed, so that it can be verified."
        })
final class ExportCommand implements Callable<Integer> {
    @Mixin private CommunityOption in = new CommunityOption();

    @Parameters(
            index = "0",
            paramLabel = "CHAT",
            description = "The chat's name or id, or @NAME for a direct chat.")
    private String chat = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to save it.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}. Default: jsonl if the file's name ends with .jsonl,"
                            + " else text.")
    private @Nullable Format format;

    @Override
    public Integer call() throws Exception {
        try (Visit visit = Visit.begin()) {
            Found found = visit.chat(in.community, chat);
            Format wanted = format == null ? Format.of(file) : format;
            long events = new Export(found.session(), found.chat(), wanted).to(file);
            System.err.println(events + " events are in " + file + ".");
        }
        return 0;
    }
}

package chatbois.app.member;

import chatbois.client.Communities.Found;
import chatbois.client.session.Entry;
import chatbois.protocol.JsonLine;
import chatbois.protocol.event.Attachment;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fetches the files that came with a message.
@Command(
        name = "save",
        mixinStandardHelpOptions = true,
        description = {
            "Save the files that came with a message, and print where.",
            "What is there already is not written over. What was cut off lies there, hidden, as"
                    + " .FILE.HASH.part, and the same command goes on with it."
        })
final class SaveCommand implements Callable<Integer> {
    @Mixin private CommunityOption in = new CommunityOption();

    @Parameters(
            index = "0",
            paramLabel = "CHAT",
            description = "The chat's name or id, or @NAME for a direct chat.")
    private String chat = "";

    @Parameters(index = "1", paramLabel = "SEQ", description = "The message's number.")
    private long seq;

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "Only the N-th of its files, from 1. Default: all.")
    private @Nullable Integer number;

    @Option(
            names = "--to",
            paramLabel = "PATH",
            defaultValue = ".",
            description =
                    "A folder, where they get the names that they came with; or for a single one the"
                            + " file's new name. Default: the folder in which one is.")
    private Path to = Path.of(".");

    @Option(names = "--json", description = "One line of JSON for each file.")
    private boolean json;

    private record Line(
            String path, String name, String type, long size, String hash, @Nullable String alt) {}

    @Override
    public Integer call() throws Exception {
        try (Visit visit = Visit.begin()) {
            Found found = visit.chat(in.community, chat);
            List<Attachment> files = chosen(found);
            Set<String> used = new HashSet<>();
            Progress progress = new Progress();
            for (Attachment file : files) {
                Path target = target(file, files.size(), used);
                Visit.awaitLong(
                        found.session()
                                .files()
                                .download(
                                        found.chat().id(),
                                        seq,
                                        file,
                                        target,
                                        (done, all) ->
                                                progress.at("fetching " + file.name(), done, all)));
                print(file, target);
            }
        }
        return 0;
    }

    private List<Attachment> chosen(Found found) throws IOException {
        List<Entry> entries =
                Visit.await(found.session().chat(found.chat().id()).entry(Math.max(seq, 1)));
        List<Attachment> all =
                entries.stream()
                        .filter(entry -> entry.seq() == seq)
                        .flatMap(entry -> entry.attachments().stream())
                        .toList();
        if (all.isEmpty()) {
            throw new IOException("No file came with message " + seq + ", or it was deleted.");
        }
        if (number == null) {
            return all;
        }
        if (number < 1 || number > all.size()) {
            throw new IOException(
                    "With message %d came %d files; there is none with the number %d."
                            .formatted(seq, all.size(), number));
        }
        return List.of(all.get(number - 1));
    }

    private Path target(Attachment file, int files, Set<String> used) throws IOException {
        if (!Files.isDirectory(to)) {
            if (files > 1) {
                throw new IOException(
                        "%d files came with that message; --to has to be a folder, or choose one"
                                        .formatted(files)
                                + " with --number.");
            }
            return to;
        }
        String name = file.name();
        for (int i = 2; !used.add(name); i++) {
            name = Attachment.nameLike(i + " " + file.name());
        }
        return to.resolve(name);
    }

    private void print(Attachment file, Path target) {
        Output.line(
                json
                        ? JsonLine.of(
                                new Line(
                                        target.toString(),
                                        file.name(),
                                        file.type(),
                                        file.size(),
                                        file.hash().toString(),
                                        file.alt()))
                        : SafeText.line(target.toString()));
    }
}

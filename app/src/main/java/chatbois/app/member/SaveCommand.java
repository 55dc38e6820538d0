package chatbois.app.member;

import static java.nio.file.Files.exists;
import static java.nio.file.Files.isDirectory;

import chatbois.client.Communities.Found;
import chatbois.client.session.Entry;
import chatbois.client.session.Files;
import chatbois.log.LogId;
import chatbois.protocol.JsonLine;
import chatbois.protocol.event.Attachment;
import chatbois.terminal.command.TypedPath;
import chatbois.terminal.command.Verb;
import chatbois.terminal.command.Which;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Fetches the files that came with a message.
@Command(
        name = "save",
        mixinStandardHelpOptions = true,
        description = {
            "Save the files that came with a message, and print where.",
            "Nothing is written over: where another file has the name it ends with 1, and --to names"
                    + " another; where the very same file is there it is left, and that is success."
                    + " What was cut off lies there, hidden, as .FILE.HASH.part, and the same command"
                    + " goes on with it."
        })
final class SaveCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private CommunityOption in = new CommunityOption();

    @Parameters(
            index = "0",
            paramLabel = "CHAT",
            description = "The chat's name or id, or @NAME for a direct chat.")
    private String chat = "";

    @Parameters(
            index = "1",
            paramLabel = "SEQ[.N]",
            description =
                    "The message's number; 31.2 is only the second file of message 31. As in the"
                            + " client, # may stand before it.")
    private String named = "";

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "Only the N-th of its files, from 1, as SEQ.N. Default: all.")
    private @Nullable Integer number;

    @Option(
            names = "--to",
            paramLabel = "PATH",
            defaultValue = ".",
            description =
                    "A folder, where they get the names that they came with; or for a single one the"
                            + " file's new name. Default: the folder in which one is.")
    private String to = ".";

    @Option(names = "--json", description = "One line of JSON for each file.")
    private boolean json;

    private record Line(
            String path, String name, String type, long size, String hash, @Nullable String alt) {}

    @Override
    public Integer call() throws Exception {
        Which which = which();
        long seq = which.number().orElseThrow();
        try (Visit visit = Visit.begin()) {
            Found found = visit.chat(in.community, chat);
            List<Attachment> files = which.among(message(found, seq));
            Set<String> used = new HashSet<>();
            Progress progress = new Progress();
            for (Attachment file : files) {
                Path target = target(file, files.size(), used);
                if (isThere(target, file)) {
                    System.err.println(
                            SafeText.line(
                                    target + " is there already, and is the very same file."));
                } else {
                    fetch(found, seq, file, target, progress);
                }
                print(file, target);
            }
        }
        return 0;
    }

    private Which which() {
        String digits = named.replaceFirst("^#", "") + (number == null ? "" : "." + number);
        if (!digits.matches("[0-9]+(\\.[0-9]+)?")) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "A message is named by its number, 31, or 31.2 for its second file, not %s."
                            .formatted(digits));
        }
        return Which.of(List.of("#" + digits), Verb.SAVE);
    }

    private static boolean isThere(Path target, Attachment file) throws IOException {
        if (Files.isThere(target, file)) {
            return true;
        }
        if (exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(
                    target
                            + " exists already, and is another file; name another place with --to, or"
                            + " move it away. Nothing was written over.");
        }
        return false;
    }

    private static void fetch(
            Found found, long seq, Attachment file, Path target, Progress progress)
            throws IOException {
        TypedPath.toMake(target.toAbsolutePath().toString()); // or says why it can't be made
        String doing = "fetching " + file.name();
        Visit.awaitLong(
                found.session()
                        .files()
                        .download(
                                found.chat().id(),
                                seq,
                                file,
                                target,
                                (done, all) -> progress.at(doing, done, all)));
    }

    private static Entry message(Found found, long seq) throws IOException {
        LogId chat = found.chat().id();
        int removed = 0;
        for (Entry entry : Visit.await(found.session().chat(chat).entry(seq))) {
            if (entry.seq() == seq && !entry.attachments().isEmpty()) {
                return entry;
            }
            removed += entry.seq() == seq ? found.session().files().forget(chat, entry) : 0;
        }
        throw new IOException(
                "No file came with message %d, or it was deleted.%s"
                        .formatted(seq, removed > 0 ? Files.REMOVED : ""));
    }

    private Path target(Attachment file, int files, Set<String> used) throws IOException {
        Path path = Path.of(to);
        if (!isDirectory(path)) {
            if (files > 1) {
                throw new IOException(
                        "%d files came with that message; --to has to be a folder, or choose one,"
                                        .formatted(files)
                                + " as in 31.2.");
            }
            if (to.endsWith("/")) {
                throw new IOException(to + " is no folder that is there; make it first.");
            }
            return path;
        }
        String name = Attachment.nameLike(file.name());
        for (int i = 2; !used.add(name); i++) {
            name = Attachment.nameLike(i + " " + file.name());
        }
        return path.resolve(name);
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

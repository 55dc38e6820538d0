package chatbois.app.member;

import chatbois.cellart.source.Wish;
import chatbois.client.Communities.Found;
import chatbois.client.session.Session;
import chatbois.protocol.JsonLine;
import chatbois.protocol.Limits;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.view.Messages;
import chatbois.terminal.command.Outgoing;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says something in a chat, with files or without; returns when the server has it on disk.
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Send a message or files; returns when the server has them on disk.")
final class SendCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private CommunityOption in = new CommunityOption();

    @Parameters(
            index = "0",
            paramLabel = "CHAT",
            description = "The chat's name or id, or @NAME for a direct chat.")
    private String chat = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TEXT",
            description =
                    "What to say; - reads it from standard input, as one message. With files it may"
                            + " be left out.")
    private String text = "";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A file that comes with it; may be given up to ten times.")
    private List<Path> files = List.of();

    @Option(
            names = "--alt",
            paramLabel = "TEXT",
            description =
                    "What is to be seen in the file, for who doesn't see it; the first for the first"
                            + " file, and so on.")
    private List<String> alts = List.of();

    @Mixin private PartOption part = new PartOption();

    @Option(names = "--json", description = "Print where it stands now, as a line of JSON.")
    private boolean json;

    private record Line(long seq, String time, String chatId, List<FileOf> files) {}

    private record FileOf(String name, String type, long size, String hash) {}

    @Override
    public Integer call() throws Exception {
        checkUsage();
        Wish wish = part.wish();
        String said = text.equals("-") ? read(System.in) : text;
        try (Visit visit = Visit.begin()) {
            Found found = visit.chat(in.community, chat);
            if (files.isEmpty()) {
                Place place = Visit.await(found.session().sendNow(found.chat().id(), said));
                tell(place, List.of());
            } else {
                List<Attachment> sent = sendFiles(found.session(), wish);
                tell(Visit.await(send(found, said, sent)), sent);
            }
        }
        return 0;
    }

    private void checkUsage() {
        String wrong =
                files.isEmpty() && text.isEmpty()
                        ? "Say what to send: TEXT, or --file FILE."
                        : files.size() > Limits.ATTACHMENTS
                                ? "A message has at most %d files, and these are %d; nothing was sent."
                                        .formatted(Limits.ATTACHMENTS, files.size())
                                : alts.size() > files.size()
                                        ? "There are more --alt than --file."
                                        : "";
        if (!wrong.isEmpty()) {
            throw wrong(wrong);
        }
        alts.forEach(Messages::checkAlt); // before anything is sent
    }

    private static CompletableFuture<Place> send(Found found, String said, List<Attachment> sent) {
        return found.session().send(found.chat().id(), said, /* action= */ false, null, sent);
    }

    /// All are looked at before the first is sent.
    private List<Attachment> sendFiles(Session session, Wish wish)
            throws IOException, InterruptedException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + " is no file; nothing was sent.");
            }
            session.files().check(file);
        }
        Outgoing outgoing =
                new Outgoing(
                        session,
                        wish,
                        new Progress(),
                        remark -> System.err.println(SafeText.line(remark)));
        List<Attachment> sent = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            sent.add(sendFile(outgoing, files.get(i), i < alts.size() ? alts.get(i) : null));
        }
        return sent;
    }

    private Attachment sendFile(Outgoing outgoing, Path file, @Nullable String alt)
            throws IOException, InterruptedException {
        try {
            Attachment sent = outgoing.send(file);
            return alt == null ? sent : sent.described(alt);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IOException(e.getMessage(), e);
            }
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    private void tell(Place place, List<Attachment> sent) {
        if (json) {
            List<FileOf> names =
                    sent.stream()
                            .map(f -> new FileOf(f.name(), f.type(), f.size(), f.hash().toString()))
                            .toList();
            String time = Instant.ofEpochMilli(place.time()).toString();
            Output.line(JsonLine.of(new Line(place.seq(), time, place.log().toString(), names)));
        } else {
            System.err.println("Stored as event " + place.seq() + ".");
        }
    }

    private static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Limits.TEXT + 2);
        String all;
        try {
            all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw bytes.length > Limits.TEXT
                    ? tooLong()
                    : new IOException("Standard input is not UTF-8 text; nothing was sent.", e);
        }
        String message = all.stripTrailing();
        if (message.getBytes(StandardCharsets.UTF_8).length > Limits.TEXT) {
            throw tooLong();
        }
        return message;
    }

    private static IOException tooLong() {
        return new IOException(
                "A message has at most "
                        + Limits.TEXT
                        + " bytes; nothing was sent. Send it in parts.");
    }
}

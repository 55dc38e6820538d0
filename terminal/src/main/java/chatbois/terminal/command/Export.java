package chatbois.terminal.command;

import chatbois.client.home.OnlyOwner;
import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.protocol.JsonLine;
import chatbois.terminal.text.SafeText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;

/// Writes a whole chat to a file, as far as the member may read it: page by page, so that memory
/// stays flat however long it is. The file is there when it is complete, or not at all.
public record Export(Session session, ChatInfo chat, Format format) {
    /// How it is written.
    public enum Format {
        /// One object of JSON a line, with what the author's device signed.
        JSONL,
        /// For people.
        TEXT;

        /// What the file's name asks for.
        public static Format of(Path file) {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl") ? JSONL : TEXT;
        }
    }

    /// The first line of JSON.
    private record Head(LogId community, String communityName, LogId chat, String title) {}

    /// Writes it; waits for the server.
    ///
    /// @return how many events there are
    public long to(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        if (Files.exists(whole)) {
            throw exists(file);
        }
        Path unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try {
            long events = write(unfinished);
            Files.createLink(whole, unfinished);
            return events;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static IOException exists(Path file) {
        return new IOException(
                file + " exists already, and nothing is overwritten; name another file.");
    }

    private long write(Path file) throws IOException {
        long[] events = {0};
        try (BufferedWriter out =
                Files.newBufferedWriter(
                        Files.createFile(file, OnlyOwner.FILE), StandardCharsets.UTF_8)) {
            put(out, head());
            ScriptLines lines = new ScriptLines(session, chat.id());
            BiConsumer<Event, Entry> each =
                    (event, entry) -> {
                        events[0]++;
                        put(
                                out,
                                format == Format.JSONL ? lines.signed(event, entry) : plain(entry));
                    };
            session.readSigned(chat.id(), 1, each);
        }
        return events[0];
    }

    private static void put(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head() {
        Snapshot community = session.snapshot();
        String title = (chat.direct() ? "@" : "#") + chat.title();
        return format == Format.JSONL
                ? JsonLine.of(new Head(community.community(), community.name(), chat.id(), title))
                : SafeText.line(title + " in " + community.name()) + "\n";
    }

    private static String plain(Entry entry) {
        // The lines of one message stay together.
        return Moments.minute(entry.time())
                + "  "
                + SafeText.block(Transcript.of(entry)).replace("\n", "\n    ");
    }
}

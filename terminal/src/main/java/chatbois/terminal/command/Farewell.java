package chatbois.terminal.command;

import chatbois.client.home.OnlyOwner;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.protocol.right.Role;
import chatbois.terminal.command.Export.Format;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// Ends a membership for good, after what may be taken along was written down. Nothing is left
/// before the export is whole.
final class Farewell {
    /// Typed instead of a folder, to export nothing.
    private static final String NOTHING = "-";

    private Farewell() {}

    /// @param words none, to be told how; or the community's name and a folder
    static CompletableFuture<Outcome> run(Session session, List<String> words) {
        String name = session.snapshot().name();
        if (words.size() != 2 || !words.getFirst().equals(name)) {
            return CompletableFuture.completedFuture(warning(name, !words.isEmpty()));
        }
        checkNotLastOwner(session);
        return Later.run("farewell", () -> leave(session, words.getLast()));
    }

    private static Outcome warning(String name, boolean typed) {
        return Outcome.told(
                (typed ? "That is not how. " : "")
                        + "This ends your membership in %s on all your devices, for good; only an"
                                .formatted(name)
                        + " invite leads back, as somebody new.",
                "If you are sure, type: /leave-community \"%s\" FOLDER".formatted(name),
                "Your chats are written into that new folder first; - instead writes nothing.");
    }

    /// The server refuses it too; this comes before a long export.
    private static void checkNotLastOwner(Session session) {
        long owners =
                session.snapshot().members().stream()
                        .filter(member -> member.role().equals(Role.OWNER))
                        .count();
        if (session.snapshot().me().role().equals(Role.OWNER) && owners == 1) {
            throw new IllegalArgumentException(
                    "You are the last owner; make somebody else the owner first: /role NAME owner.");
        }
    }

    private static Outcome leave(Session session, String folder) throws Exception {
        List<String> lines = new ArrayList<>();
        String name = session.snapshot().name();
        if (!folder.equals(NOTHING)) {
            lines.add(export(session, TypedPath.toMake(folder)));
        }
        Path aside = session.leaveCommunity().get();
        lines.add("You have left " + name + ". What was kept of it here is in " + aside + " now.");
        return new Outcome.Told(lines);
    }

    private static String export(Session session, Path folder) throws IOException {
        make(folder);
        int number = 0;
        for (ChatInfo chat : session.snapshot().chats()) {
            number++;
            String file = "%02d-%s".formatted(number, plain(chat.title()));
            new Export(session, chat, Format.JSONL).to(folder.resolve(file + ".jsonl"));
            new Export(session, chat, Format.TEXT).to(folder.resolve(file + ".txt"));
        }
        return "Chats written into %s: %d.".formatted(folder, number);
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, OnlyOwner.FOLDER);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(folder + " exists already; name a new folder.", e);
        }
    }

    /// A title as part of a file's name: letters and digits of any script.
    private static String plain(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return plain.substring(0, Math.min(plain.length(), 40));
    }
}

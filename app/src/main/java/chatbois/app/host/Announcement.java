package chatbois.app.host;

import chatbois.log.recovery.RecoveryWords;
import chatbois.server.Foundation;
import chatbois.server.Server;
import chatbois.terminal.qr.QrCode;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a starting server tells its host.
final class Announcement {
    private static final int WORDS_IN_A_ROW = 6;

    private final PrintStream out;

    Announcement(PrintStream out) {
        this.out = out;
    }

    /// Shows the words, or writes them to the file.
    void recovery(String community, RecoveryWords words, Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            Foundation.writeSecret(
                    file.get(),
                    words.toFileText("The recovery words of " + SafeText.line(community)));
            out.println("The recovery words are in " + file.get() + ".");
            out.println("Keep that file somewhere else: this server forgets them now.");
            return;
        }
        out.println();
        out.println(
                "The recovery words of "
                        + SafeText.line(community)
                        + ". Write them down on paper now.");
        out.println("With them the community can move to another server if this one is lost or");
        out.println("stolen. They are shown only this once, and this server forgets them.");
        out.println();
        List<String> all = words.words();
        for (int i = 0; i < all.size(); i += WORDS_IN_A_ROW) {
            StringBuilder row = new StringBuilder("   ");
            for (int k = i; k < i + WORDS_IN_A_ROW; k++) {
                row.append(String.format(" %2d %-8s", k + 1, all.get(k)));
            }
            out.println(row.toString().stripTrailing());
        }
        out.println();
    }

    void listening(Server server, boolean first) {
        String name = SafeText.line(server.name());
        out.println(
                first
                        ? name + " is founded and listens on " + server.address() + "."
                        : name
                                + " is back with everything that was saved, and listens on "
                                + server.address()
                                + ".");
    }

    /// Says so if invites name another port than the one that is listened on: right behind a router
    /// that forwards it, and a puzzle elsewhere.
    void otherPort(int named, int listening) {
        if (named != listening) {
            out.println(
                    "Invites name port %d, and the server listens on %d: forward the one to the other,"
                                    .formatted(named, listening)
                            + " or start with --listen 0.0.0.0:"
                            + named
                            + ".");
        }
    }

    /// The line comes last, so that a picture above it can't push it out of a small window; and
    /// below the words of recovery is no picture, which would push them out.
    void ownerInvite(String line, boolean belowWords) {
        out.println();
        if (!belowWords) {
            QrCode.of(line)
                    .ifPresent(code -> code.rows(QrCode.Background.DARK).forEach(out::println));
            out.println();
        }
        out.println("The invite for its owner, who joins with it once:");
        out.println();
        out.println(line);
        out.println();
        out.println("In another terminal: ./chatbois join 'INVITE' --as NAME");
        if (belowWords) {
            out.println("Until then each further start shows it as a QR code, too.");
        }
        out.flush();
    }
}

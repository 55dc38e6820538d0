package chatbois.terminal.command;

import chatbois.client.session.Entry;
import chatbois.terminal.markup.Link;
import chatbois.terminal.setting.ConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Opens what messages link to; never by itself.
public record LinkActions(ConfigFile config, Opener opener, FileActions files) {
    /// So many that one digit tells which.
    private static final int MOST = 9;

    /// The links of a message that can be opened.
    public static List<String> of(Entry entry) {
        return entry.isMessage() ? Link.web(Transcript.text(entry.said()), MOST) : List.of();
    }

    CompletableFuture<Outcome> open(Spot spot, List<String> words) {
        Which typed = Which.of(words, Verb.OPEN);
        if (!typed.rest().isEmpty()) {
            throw WrongUsage.of(Verb.OPEN);
        }
        return typed.message()
                .message(spot, entry -> !of(entry).isEmpty() || FileActions.hasFiles(entry))
                .thenCompose(meant ->
                        meansFiles(typed, meant)
                                ? files.open(spot, meant, typed)
                                : open(meant, typed.which()));
    }

    /// Links come first; files where there are none, or where they are named as such.
    private static boolean meansFiles(Which typed, Entry meant) {
        return FileActions.hasFiles(meant) && (typed.dotted() || of(meant).isEmpty());
    }

    private CompletableFuture<Outcome> open(Entry meant, int which) {
        List<String> links = of(meant);
        if (links.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing in message #%d can be opened.".formatted(meant.seq()));
        }
        if (which > links.size()) {
            throw new IllegalArgumentException(
                    "Message #%d has %d links.".formatted(meant.seq(), links.size()));
        }
        if (which == 0 && links.size() > 1) {
            return CompletableFuture.completedFuture(asked(meant, links));
        }
        String address = links.get(Math.max(which - 1, 0));
        return Later.run("open", () -> opened(address));
    }

    private static Outcome asked(Entry meant, List<String> links) {
        List<String> lines = new ArrayList<>();
        for (String link : links) {
            lines.add("%d  %s".formatted(lines.size() + 1, link));
        }
        lines.add("/open #%d 1 opens the first one.".formatted(meant.seq()));
        return new Outcome.Told(lines);
    }

    private Outcome opened(String address) throws InterruptedException {
        return opener.open(address, config.now().settings())
                ? Outcome.told("Opened " + address)
                : new Outcome.Copied(
                        address,
                        List.of(
                                "There is no program here that opens it (/set links.open names one):",
                                address,
                                "It is copied, if your terminal lets programs copy."));
    }
}

package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.log.SigningKey;
import chatbois.log.recovery.RecoveryWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The paper key: shown once, typed back, and only then made the member's. Safe for any thread.
final class RecoveryActions {
    private static final int ID_SHOWN = 12;
    private static final int WORDS_IN_LINE = 4;

    /// Shown and not typed back yet, in memory only.
    private final Map<LogId, SigningKey> shown = new ConcurrentHashMap<>();

    CompletableFuture<Outcome> run(Session session, String typed) {
        return typed.isEmpty() ? show(session) : prove(session, typed);
    }

    private CompletableFuture<Outcome> show(Session session) {
        SigningKey key = session.devices().newPaperKey();
        shown.put(session.community(), key);
        List<String> lines = new ArrayList<>();
        lines.add(
                "Write this on paper, all of it, and keep it where no thief of your devices looks:");
        lines.add("  Community: " + session.snapshot().name());
        lines.add("  Your name there: " + session.snapshot().me().name());
        lines.add(
                "  The way back: chatbois recover %s --community %s"
                        .formatted(
                                session.devices().addresses().getFirst(),
                                session.community().toString().substring(0, ID_SHOWN)));
        List<String> words = RecoveryWords.ofSeed(key.seed()).words();
        for (int i = 0; i < words.size(); i += WORDS_IN_LINE) {
            lines.add(
                    "  %2d  %s"
                            .formatted(
                                    i + 1, String.join(" ", words.subList(i, i + WORDS_IN_LINE))));
        }
        lines.add(
                "It counts for nothing yet. Now type the words from the paper: /recovery WORD WORD …"
                        + " (the first four letters of each suffice).");
        return CompletableFuture.completedFuture(new Outcome.Told(lines));
    }

    /// Says that it works only after the community's log says so.
    private CompletableFuture<Outcome> prove(Session session, String typed) {
        SigningKey key = shown.get(session.community());
        if (key == null) {
            throw new IllegalArgumentException(
                    "No paper key waits to be proven; /recovery alone shows a new one.");
        }
        SigningKey read = SigningKey.ofSeed(RecoveryWords.parse(typed).seed());
        if (!read.verifyKey().equals(key.verifyKey())) {
            throw new IllegalArgumentException(
                    "These are recovery words, but not the ones that were shown last. Look at the"
                            + " paper, or begin anew with /recovery alone.");
        }
        return session.devices()
                .keep(read)
                .thenApply(works -> {
                    if (!works) {
                        throw new IllegalStateException(
                                "The log does not hold this paper key; try /recovery again.");
                    }
                    shown.remove(session.community());
                    return Outcome.told(
                            "The paper key works: the words give the key, and the community's log says"
                                    + " that you come back with it. An older paper key is void.");
                });
    }
}

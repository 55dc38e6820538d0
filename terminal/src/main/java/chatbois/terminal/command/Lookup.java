package chatbois.terminal.command;

import chatbois.client.session.Findings;
import chatbois.client.session.Findings.Finding;
import chatbois.protocol.Hit;
import chatbois.protocol.Sought;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Looks for messages by what was typed. Safe for any thread.
public final class Lookup {
    private static final List<String> COLUMNS = List.of("when", "chat", "author", "text", "event");

    private static final String ADVICE =
            """
            All of it has to fit: dinner saturday      both words, whatever case and accents
            "red house"                exactly these words, one behind the other
            climb*                     words that begin so; -word: messages without it
            from:NAME, from:me         who wrote it
            in:CHAT, in:here           only in that chat
            after:2026-11, before:7d   times: 2026-11-25, 2026-11, 2026, today, yesterday, 12h, 7d, 2w
            has:link, has:code         with a link, or something between back quotes
            has:file, has:picture      with a file, or one that can be shown; words of its name count
            in:here before:2026-11     without words: all messages there and then
            Names with blanks go in quotes: from:"Ann Lee". The newest come first.\
            """;

    private final Clock clock;

    public Lookup(Clock clock) {
        this.clock = clock;
    }

    /// How to look, a line each.
    public static List<String> advice() {
        return ADVICE.lines().toList();
    }

    /// A page of what fits, the newest first.
    ///
    /// @param olderThan the last place of the page before; null for the newest
    public CompletableFuture<Findings> find(String typed, Spot spot, Hit.@Nullable Spot olderThan) {
        try {
            Sought sought = Question.parse(typed, spot, clock.instant(), ZoneId.systemDefault());
            return spot.session().questions().search(sought, olderThan);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    CompletableFuture<Outcome> list(String typed, Spot spot) {
        return find(typed, spot, null).thenApply(Lookup::listed);
    }

    private static Outcome listed(Findings findings) {
        List<List<Object>> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Finding one : findings.found()) {
            rows.add(
                    List.of(
                            Instant.ofEpochMilli(one.time()),
                            chat(one),
                            one.author(),
                            excerpt(one),
                            one.seq()));
            lines.add(line(one, " #" + one.seq()));
        }
        if (lines.isEmpty()) {
            lines.add("Nothing was found; /help search says how to look.");
        } else if (findings.last() != null) {
            lines.add("There is more; narrow it down with from:, in:, before: or after:.");
        }
        return new Outcome.Listed(new Table(COLUMNS, rows), lines);
    }

    /// `2026-11-25 12:31 #kitchen anna: text`.
    public static String line(Finding one) {
        return line(one, "");
    }

    private static String line(Finding one, String number) {
        return Moments.minute(one.time())
                + " "
                + chat(one)
                + number
                + " "
                + one.author()
                + ": "
                + excerpt(one).replace("\n", " · ");
    }

    /// How people point at the chat.
    public static String chat(Finding one) {
        return (one.chat().direct() ? "@" : "#") + one.chat().title();
    }

    /// What is shown of the text, with dots where there is more.
    public static String excerpt(Finding one) {
        return (one.begun() ? "…" : "") + one.excerpt() + (one.goesOn() ? "…" : "");
    }
}

package chatbois.app.member;

import chatbois.client.session.Findings;
import chatbois.client.session.Findings.Finding;
import chatbois.client.session.Session;
import chatbois.protocol.Hit;
import chatbois.protocol.JsonLine;
import chatbois.terminal.command.Lookup;
import chatbois.terminal.command.Spot;
import chatbois.terminal.text.SafeText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the messages that fit some words.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Find messages in all your chats, the newest first, as the server says.",
            "WORDS: all of them have to be there; \"exact words\", word*, -word, from:NAME, in:CHAT,"
                    + " before:DATE, after:DATE (2026-11-25, 2026-11, yesterday, 7d), has:link,"
                    + " has:code, has:file, has:picture."
        })
final class SearchCommand implements Callable<Integer> {
    @Mixin private CommunityOption in = new CommunityOption();

    @Option(names = "--json", description = "One line of JSON for each message.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many messages. Default: 50.")
    private int limit;

    @Parameters(
            paramLabel = "WORDS",
            arity = "1..*",
            description = "What to look for; put -- in front if it begins with -word.")
    private List<String> words = List.of();

    private record Line(
            String community,
            String chat,
            String chatId,
            long seq,
            String time,
            String author,
            String text) {}

    @Override
    public Integer call() throws Exception {
        String typed = words.stream().map(SearchCommand::quoted).collect(Collectors.joining(" "));
        int left = limit;
        try (Visit visit = Visit.begin()) {
            Lookup lookup = new Lookup(Clock.systemUTC());
            for (Session session : visit.sessions(in.community)) {
                left -= print(lookup, typed, new Spot(session, null), left);
            }
        }
        return 0;
    }

    /// What the shell took the quotes from is one phrase, or one name.
    private static String quoted(String word) {
        if (word.contains("\"") || word.chars().noneMatch(Character::isWhitespace)) {
            return word;
        }
        int colon = word.indexOf(':') + 1;
        boolean named = colon > 0 && word.substring(0, colon).chars().noneMatch(c -> c == ' ');
        int from = named ? colon : 0;
        return word.substring(0, from) + "\"" + word.substring(from) + "\"";
    }

    private int print(Lookup lookup, String typed, Spot spot, int most) throws Exception {
        int printed = 0;
        Hit.@Nullable Spot last = null;
        do {
            Findings page = Visit.await(lookup.find(typed, spot, last));
            for (Finding one : page.found().stream().limit(most - printed).toList()) {
                print(spot.session(), one);
                printed++;
            }
            last = page.last();
        } while (last != null && printed < most);
        return printed;
    }

    private void print(Session session, Finding one) {
        Output.line(
                json
                        ? JsonLine.of(line(session.snapshot().name(), one))
                        : SafeText.line(Lookup.line(one)));
    }

    private static Line line(String community, Finding one) {
        return new Line(
                community,
                Lookup.chat(one),
                one.chat().id().toString(),
                one.seq(),
                Instant.ofEpochMilli(one.time()).toString(),
                one.author(),
                Lookup.excerpt(one));
    }
}

package chatbois.terminal.command;

import chatbois.client.Communities;
import chatbois.client.Communities.Found;
import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Passes messages on. What was said stands in a quote, below whose it was and when: it is the word
/// of who passes it on, and calls nobody.
record ForwardActions(Communities communities) {
    /// Readers may be in another time zone.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    CompletableFuture<Outcome> forward(Spot spot, List<String> words) {
        boolean numbered = words.size() > 1 && words.getFirst().matches("#?[0-9]+");
        List<String> names = numbered ? words.subList(1, words.size()) : words;
        if (names.isEmpty() || !numbered && names.getFirst().matches("#[0-9]+")) {
            throw WrongUsage.of(Verb.FORWARD);
        }
        List<Found> chats =
                names.stream()
                        .map(name -> communities.chatNamed(name, spot.session().community()))
                        .toList();
        Numbered typed = Numbered.numberOf(numbered ? words.getFirst() : "", Verb.FORWARD);
        return typed.message(spot, _ -> true).thenCompose(meant -> send(meant, chats));
    }

    private static CompletableFuture<Outcome> send(Entry meant, List<Found> chats) {
        String text = text(meant);
        CompletableFuture<?>[] sent =
                chats.stream()
                        .map(chat -> chat.session().send(chat.chat().id(), text, false))
                        .toArray(CompletableFuture[]::new);
        String names =
                chats.stream()
                        .map(chat -> (chat.chat().direct() ? "@" : "#") + chat.chat().title())
                        .collect(Collectors.joining(", "));
        return CompletableFuture.allOf(sent)
                .thenApply(
                        _ -> Outcome.told("Message #%d is in %s.".formatted(meant.seq(), names)));
    }

    static String text(Entry meant) {
        String said = Transcript.text(meant.said());
        String whole =
                meant.said() instanceof Said.Action ? "* " + meant.author() + " " + said : said;
        return "Forwarded from %s, %s:\n"
                        .formatted(meant.author(), TIME.format(Instant.ofEpochMilli(meant.time())))
                + whole.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}

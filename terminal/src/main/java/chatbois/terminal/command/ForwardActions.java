package chatbois.terminal.command;

import chatbois.client.Communities;
import chatbois.client.Communities.Found;
import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.protocol.event.Attachment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Passes messages on. What was said stands in a quote, below whose it was and when: it is the word
/// of who passes it on, and calls nobody. The files go along.
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
        return typed.message(spot, _ -> true).thenCompose(meant -> send(spot, meant, chats));
    }

    private static CompletableFuture<Outcome> send(Spot spot, Entry meant, List<Found> chats) {
        checkFilesCanGo(spot, meant, chats);
        CompletableFuture<?>[] claimed =
                meant.attachments().stream()
                        .map(file -> spot.session().files().claim(file))
                        .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(claimed).thenCompose(_ -> say(meant, chats));
    }

    /// Another server doesn't have them.
    private static void checkFilesCanGo(Spot spot, Entry meant, List<Found> chats) {
        boolean away =
                chats.stream()
                        .anyMatch(chat ->
                                !chat.session().community().equals(spot.session().community()));
        if (away && !meant.attachments().isEmpty()) {
            throw new IllegalArgumentException(
                    "Files go along only within their community, so nothing was forwarded: /save #%d"
                                    .formatted(meant.seq())
                            + " saves them, and /attach in the other chat sends them there.");
        }
    }

    private static CompletableFuture<Outcome> say(Entry meant, List<Found> chats) {
        String text = text(meant);
        List<Attachment> files = meant.attachments();
        CompletableFuture<?>[] sent =
                chats.stream()
                        .map(chat -> send(chat, text, files))
                        .toArray(CompletableFuture[]::new);
        String names =
                chats.stream()
                        .map(chat -> (chat.chat().direct() ? "@" : "#") + chat.chat().title())
                        .collect(Collectors.joining(", "));
        return CompletableFuture.allOf(sent)
                .thenApply(
                        _ -> Outcome.told("Message #%d is in %s.".formatted(meant.seq(), names)));
    }

    private static CompletableFuture<?> send(Found chat, String text, List<Attachment> files) {
        return chat.session().send(chat.chat().id(), text, /* action= */ false, null, files);
    }

    /// Ends with the colon if there is nothing but files, which come below it.
    static String text(Entry meant) {
        String said = Transcript.text(meant.said());
        String whole =
                meant.said() instanceof Said.Action ? "* " + meant.author() + " " + said : said;
        String head =
                "Forwarded from %s, %s:"
                        .formatted(meant.author(), TIME.format(Instant.ofEpochMilli(meant.time())));
        return Stream.concat(Stream.of(head), whole.lines().map(line -> "> " + line))
                .collect(Collectors.joining("\n"));
    }
}

package chatbois.terminal.command;

import chatbois.client.session.Entry;
import chatbois.client.session.Marks.Reaction;
import chatbois.client.session.Origin;
import chatbois.client.session.Session;
import chatbois.protocol.event.Attachment;
import chatbois.terminal.text.Amount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// What there is to know of one message besides what it says.
final class Details {
    /// Clocks that differ by less are right.
    private static final long SAME_TIME_MILLIS = Duration.ofMinutes(2).toMillis();

    private Details() {}

    static CompletableFuture<Outcome> of(Spot spot, String text) {
        return Numbered.numberOf(text, Verb.DETAILS)
                .message(spot, _ -> true)
                .thenCompose(entry -> told(spot, entry));
    }

    private static CompletableFuture<Outcome> told(Spot spot, Entry entry) {
        return spot.session()
                .chat(ChatActions.chat(spot))
                .origin(entry.seq())
                .thenCombine(
                        readers(spot, entry),
                        (origin, readers) ->
                                new Outcome.Told(lines(spot.session(), entry, origin, readers)));
    }

    /// Who has read one's own message, of those in a small chat who let it be known.
    private static CompletableFuture<List<String>> readers(Spot spot, Entry entry) {
        if (!entry.own()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return spot.session()
                .questions()
                .receipts(ChatActions.chat(spot))
                .exceptionally(_ -> List.of())
                .thenApply(all ->
                        all.stream()
                                .filter(read -> read.seq() >= entry.seq())
                                .map(read -> spot.session().nameOf(read.member()))
                                .sorted(String.CASE_INSENSITIVE_ORDER)
                                .toList());
    }

    private static List<String> lines(
            Session session, Entry entry, Optional<Origin> origin, List<String> readers) {
        List<String> lines = new ArrayList<>();
        lines.add("Message #%d by %s".formatted(entry.seq(), entry.author()));
        origin.ifPresent(from -> lines.addAll(lines(from)));
        if (entry.marks().replyTo() != null) {
            lines.add("answers message #" + entry.marks().replyTo());
        }
        if (entry.marks().isEdited()) {
            lines.add("has its text from event #" + entry.marks().edit());
        }
        entry.attachments().forEach(file -> lines.add(line(file)));
        for (Reaction reaction : entry.marks().reactions()) {
            String who =
                    reaction.by().stream().map(session::nameOf).collect(Collectors.joining(", "));
            lines.add(reaction.emoji() + " " + who);
        }
        if (!readers.isEmpty()) {
            lines.add("read by " + String.join(", ", readers));
        }
        lines.add(
                "The signature is its author's device's, and all of it fits this chat's history.");
        return lines;
    }

    private static List<String> lines(Origin from) {
        String key = ModerationActions.shortKey(from.device());
        String device = from.label().isEmpty() ? key : from.label() + " (" + key + ")";
        boolean sameTime = Math.abs(from.written() - from.stored()) < SAME_TIME_MILLIS;
        return List.of(
                "written on the device " + device,
                "stored "
                        + Moments.minute(from.stored())
                        + (sameTime
                                ? ""
                                : ", written %s by the clock of that device"
                                        .formatted(Moments.minute(from.written()))),
                "hash in the log: " + from.hash());
    }

    private static String line(Attachment file) {
        String hash = HexFormat.of().formatHex(file.hash().bytes());
        return "file %s, %s, %s, SHA-256 %s"
                .formatted(file.name(), new Amount(file.size()), file.type(), hash);
    }
}

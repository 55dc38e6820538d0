package chatbois.terminal.command;

import chatbois.client.session.ChatHandle;
import chatbois.client.session.Entry;
import chatbois.protocol.Limits;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed about a message: its number, `#12`, which may be missing, and what else there is.
record Numbered(Optional<Long> number, String rest) {
    private static final Pattern NUMBER = Pattern.compile("#([0-9]+)(?:\\s+(.*))?", Pattern.DOTALL);

    /// Without the sign: only where the rest can't begin with a number.
    private static final Pattern BARE = Pattern.compile("[0-9]+\\s+\\S.*", Pattern.DOTALL);

    private static final int MOST_DIGITS = 15;

    static Numbered of(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return new Numbered(Optional.empty(), text);
        }
        String rest = matcher.group(2) == null ? "" : matcher.group(2);
        return new Numbered(Optional.of(number(matcher.group(1))), rest);
    }

    /// For commands whose rest begins with no number.
    static Numbered bare(String text) {
        return of(BARE.matcher(text).matches() ? "#" + text : text);
    }

    /// For commands that take nothing else; the number may stand alone.
    static Numbered numberOf(String text, Verb verb) {
        Numbered typed = of(text.matches("[0-9]+") ? "#" + text : text);
        if (!typed.rest().isBlank()) {
            throw WrongUsage.of(verb);
        }
        return typed;
    }

    private static long number(String digits) {
        long number = digits.length() > MOST_DIGITS ? 0 : Long.parseLong(digits);
        if (number == 0) {
            throw new IllegalArgumentException("There is no message #" + digits + " here.");
        }
        return number;
    }

    /// The message that is meant; without number the newest that fits.
    CompletableFuture<Entry> message(Spot spot, Predicate<Entry> fits) {
        ChatHandle handle = spot.session().chat(ChatActions.chat(spot));
        return number.map(handle::entry)
                .orElseGet(() -> handle.newest(Limits.PAGE_EVENTS))
                .thenApply(entries -> among(entries, fits));
    }

    private Entry among(List<Entry> entries, Predicate<Entry> fits) {
        return entries.reversed().stream()
                .filter(Entry::isMessage)
                .filter(entry ->
                        number.isPresent() ? entry.seq() == number.get() : fits.test(entry))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                number.map(n -> "There is no message #" + n + " here.")
                                        .orElse("There is no such message here yet.")));
    }
}

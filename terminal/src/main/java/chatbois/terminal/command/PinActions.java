package chatbois.terminal.command;

import chatbois.client.session.ChatHandle;
import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.protocol.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// Keeps messages of the chat in view. A message is meant by its number, which `/pins`, `chatbois
/// read --json` and an export show, by words that it has, or by nothing: then it is the newest one.
final class PinActions {
    private static final int SHOWN = 60;

    CompletableFuture<Outcome> list(Spot spot) {
        return pinned(handle(spot)).thenApply(PinActions::listed);
    }

    private static Outcome listed(List<Entry> pins) {
        List<List<Object>> rows = new ArrayList<>();
        for (Entry pin : pins) {
            rows.add(
                    List.of(
                            pin.seq(),
                            Instant.ofEpochMilli(pin.time()),
                            pin.author(),
                            Transcript.text(pin)));
        }
        return Outcome.listed(
                new Table(List.of("number", "time", "author", "text"), rows),
                List.of(
                        rows.isEmpty()
                                ? "Nothing is pinned here; /pin pins the newest message."
                                : "/unpin and a number takes that pin away."));
    }

    CompletableFuture<Outcome> pin(Spot spot, String typed) {
        ChatHandle handle = handle(spot);
        CompletableFuture<List<Entry>> among =
                isNumber(typed) ? handle.entry(number(typed)) : handle.newest(Limits.PAGE_EVENTS);
        return among.thenCompose(entries -> {
            Entry meant = meant(entries, typed);
            return handle.pin(meant.seq()).thenApply(_ -> done("Pinned", meant));
        });
    }

    CompletableFuture<Outcome> unpin(Spot spot, String typed) {
        ChatHandle handle = handle(spot);
        return pinned(handle)
                .thenCompose(pins -> {
                    Entry meant = meant(pins, typed);
                    return handle.unpin(meant.seq()).thenApply(_ -> done("Unpinned", meant));
                });
    }

    private static ChatHandle handle(Spot spot) {
        return spot.session().chat(ChatActions.chat(spot));
    }

    private static Outcome done(String what, Entry entry) {
        String text = Transcript.text(entry).replace('\n', ' ');
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return Outcome.told("%s %d: %s: %s".formatted(what, entry.seq(), entry.author(), shown));
    }

    /// What is pinned, the oldest pin first.
    private static CompletableFuture<List<Entry>> pinned(ChatHandle handle) {
        return handle.details().thenCompose(details -> each(handle, details.pins()));
    }

    private static CompletableFuture<List<Entry>> each(ChatHandle handle, List<Long> pins) {
        CompletableFuture<List<Entry>> all = CompletableFuture.completedFuture(List.of());
        for (long seq : pins) {
            all =
                    all.thenCompose(before ->
                            handle.entry(seq)
                                    .thenApply(one -> {
                                        List<Entry> more = new ArrayList<>(before);
                                        more.addAll(one);
                                        return more;
                                    }));
        }
        return all;
    }

    private static boolean isNumber(String typed) {
        return typed.matches("#?[0-9]{1,15}");
    }

    private static long number(String typed) {
        return Long.parseLong(typed.replace("#", ""));
    }

    /// The newest of them that is meant.
    private static Entry meant(List<Entry> entries, String typed) {
        return entries.reversed().stream()
                .filter(entry -> isMeant(entry, typed))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                typed.isEmpty()
                                        ? "There is no message to take."
                                        : "There is no such message: "
                                                + typed
                                                + ". Type words of it, or its number, which /pins"
                                                + " and chatbois read --json show."));
    }

    private static boolean isMeant(Entry entry, String typed) {
        boolean message = entry.said() instanceof Said.Text || entry.said() instanceof Said.Action;
        if (isNumber(typed)) {
            return entry.seq() == number(typed);
        }
        return message
                && Transcript.text(entry)
                        .toLowerCase(Locale.ROOT)
                        .contains(typed.toLowerCase(Locale.ROOT));
    }
}

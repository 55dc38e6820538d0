package chatbois.terminal.command;

import chatbois.client.session.ChatHandle;
import chatbois.client.session.Entry;
import chatbois.client.session.Marks.Reaction;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Reply.MentionList.Mention;
import chatbois.protocol.name.Emoji;
import chatbois.protocol.view.Member;
import chatbois.terminal.markup.EmojiNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is done to single messages. A message is called by its number, `#12`; without one the
/// newest that fits is meant.
final class MessageActions {
    private static final Pattern NUMBER =
            Pattern.compile("#([0-9]{1,15})(?:\\s+(.*))?", Pattern.DOTALL);

    /// A number that may be missing, and what else was typed.
    private record Typed(Optional<Long> number, String rest) {
        static Typed of(String text) {
            Matcher matcher = NUMBER.matcher(text);
            return matcher.matches()
                    ? new Typed(
                            Optional.of(Long.parseLong(matcher.group(1))),
                            matcher.group(2) == null ? "" : matcher.group(2))
                    : new Typed(Optional.empty(), text);
        }
    }

    CompletableFuture<Outcome> reply(Spot spot, String text) {
        Typed typed = Typed.of(text);
        needText(typed, Verb.REPLY);
        String words = EmojiNames.replaced(typed.rest());
        return message(spot, typed.number(), entry -> !entry.own())
                .thenCompose(to -> spot.session().reply(ChatActions.chat(spot), to, words))
                .thenApply(_ -> Outcome.told());
    }

    CompletableFuture<Outcome> edit(Spot spot, String text) {
        Typed typed = Typed.of(text);
        needText(typed, Verb.EDIT);
        String words = EmojiNames.replaced(typed.rest());
        return message(spot, typed.number(), Entry::own)
                .thenCompose(meant -> handle(spot).edit(meant.seq(), words))
                .thenApply(_ -> Outcome.told());
    }

    private static void needText(Typed typed, Verb verb) {
        if (typed.rest().isBlank()) {
            throw WrongUsage.of(verb);
        }
    }

    CompletableFuture<Outcome> delete(Spot spot, String text) {
        Typed typed = Typed.of(text);
        if (!typed.rest().isBlank()) {
            throw WrongUsage.of(Verb.REDACT);
        }
        return message(spot, typed.number(), Entry::own)
                .thenCompose(meant -> handle(spot).deleteMessage(meant.seq(), meant.by()))
                .thenApply(_ -> Outcome.told());
    }

    CompletableFuture<Outcome> react(Spot spot, String text) {
        Typed typed = Typed.of(text);
        Emoji emoji = emoji(typed.rest().strip());
        MemberId me = spot.session().snapshot().me().id();
        return message(spot, typed.number(), _ -> true)
                .thenCompose(meant -> {
                    boolean has =
                            meant.marks().reactions().stream()
                                    .anyMatch(known ->
                                            known.emoji().equals(emoji) && known.by().contains(me));
                    return has
                            ? handle(spot).takeReactionBack(meant.seq(), emoji)
                            : handle(spot).react(meant.seq(), emoji);
                })
                .thenApply(_ -> Outcome.told());
    }

    private static Emoji emoji(String typed) {
        String shown =
                EmojiNames.replaced(typed.matches("[a-z0-9_+-]+") ? ":" + typed + ":" : typed);
        if (!Emoji.isEmoji(shown)) {
            throw new IllegalArgumentException(
                    typed.isEmpty()
                            ? WrongUsage.of(Verb.REACT).getMessage()
                            : "There is no emoji called "
                                    + typed
                                    + "; Tab behind :ta lists names.");
        }
        return new Emoji(shown);
    }

    CompletableFuture<Outcome> details(Spot spot, String text) {
        return message(spot, Typed.of(text).number(), _ -> true)
                .thenApply(entry -> Outcome.told(told(spot.session(), entry)));
    }

    private static String[] told(Session session, Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add("Message #%d by %s".formatted(entry.seq(), entry.author()));
        lines.add("stored at " + Instant.ofEpochMilli(entry.time()));
        if (entry.marks().replyTo() != null) {
            lines.add("answers message #" + entry.marks().replyTo());
        }
        if (entry.marks().isEdited()) {
            lines.add("has its text from event #" + entry.marks().edit());
        }
        for (Reaction reaction : entry.marks().reactions()) {
            String who =
                    reaction.by().stream()
                            .map(member -> name(session, member))
                            .collect(Collectors.joining(", "));
            lines.add(reaction.emoji() + " " + who);
        }
        lines.add("Signed by its author's device and checked against this chat's history.");
        return lines.toArray(String[]::new);
    }

    private static String name(Session session, MemberId id) {
        return session.snapshot().members().stream()
                .filter(member -> member.id().equals(id))
                .map(Member::name)
                .map(Object::toString)
                .findFirst()
                .orElse("somebody");
    }

    /// What is meant for this member: the newest first, read in the logs themselves.
    CompletableFuture<Outcome> mentions(Session session) {
        return session.questions()
                .mentions()
                .thenCompose(list -> {
                    CompletableFuture<List<List<Object>>> rows =
                            CompletableFuture.completedFuture(List.of());
                    for (Mention mention : list.mentions()) {
                        rows = rows.thenCompose(before -> row(session, mention, before));
                    }
                    return rows;
                })
                .thenApply(rows ->
                        Outcome.listed(
                                new Table(
                                        List.of("number", "time", "chat", "author", "text"), rows),
                                List.of(
                                        rows.isEmpty()
                                                ? "Nothing is meant for you so far; @ and a name"
                                                        + " means somebody."
                                                : "/go and a chat leads there.")));
    }

    private static CompletableFuture<List<List<Object>>> row(
            Session session, Mention mention, List<List<Object>> before) {
        return session.chat(mention.chat())
                .entry(mention.seq())
                .thenApply(found -> {
                    List<List<Object>> rows = new ArrayList<>(before);
                    found.stream()
                            .filter(entry -> entry.marks().forMe())
                            .forEach(entry ->
                                    rows.add(
                                            List.of(
                                                    entry.seq(),
                                                    Instant.ofEpochMilli(entry.time()),
                                                    title(session, mention),
                                                    entry.author(),
                                                    Transcript.text(entry.said()))));
                    return rows;
                });
    }

    private static String title(Session session, Mention mention) {
        return new Spot(session, mention.chat()).info().map(ChatInfo::title).orElse("?");
    }

    private static ChatHandle handle(Spot spot) {
        return spot.session().chat(ChatActions.chat(spot));
    }

    private static CompletableFuture<Entry> message(
            Spot spot, Optional<Long> number, Predicate<Entry> fits) {
        ChatHandle handle = handle(spot);
        return number.map(handle::entry)
                .orElseGet(() -> handle.newest(Limits.PAGE_EVENTS))
                .thenApply(entries ->
                        entries.reversed().stream()
                                .filter(Entry::isMessage)
                                .filter(entry ->
                                        number.isPresent()
                                                ? entry.seq() == number.get()
                                                : fits.test(entry))
                                .findFirst()
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                number.map(n ->
                                                                "There is no message #"
                                                                        + n
                                                                        + " here.")
                                                        .orElse(
                                                                "There is no such message here yet."))));
    }
}

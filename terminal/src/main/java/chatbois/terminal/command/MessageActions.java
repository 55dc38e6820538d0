package chatbois.terminal.command;

import chatbois.client.session.ChatHandle;
import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Timeline;
import chatbois.log.MemberId;
import chatbois.protocol.Reply.MentionList.Mention;
import chatbois.protocol.name.Emoji;
import chatbois.terminal.markup.EmojiNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What is done to single messages. A message is called by its number, `#12`; without one the
/// newest that fits is meant.
final class MessageActions {
    private static final int MENTIONS = 30;

    CompletableFuture<Outcome> reply(Spot spot, String text) {
        Numbered typed = Numbered.of(text);
        needText(typed, Verb.REPLY);
        return typed.message(spot, entry -> !entry.own())
                .thenCompose(to -> answer(spot, to, typed.rest(), /* action= */ false));
    }

    CompletableFuture<Outcome> answer(Spot spot, Entry to, String text, boolean action) {
        String words = EmojiNames.replaced(text);
        return spot.session()
                .reply(ChatActions.chat(spot), to, words, action)
                .thenApply(_ -> Outcome.told());
    }

    /// Lists a thread; without number the one of the newest message that answers another.
    CompletableFuture<Outcome> thread(Spot spot, String text) {
        Numbered typed = Numbered.numberOf(text, Verb.THREAD);
        return typed.message(spot, entry -> entry.marks().replyTo() != null)
                .thenCompose(meant -> handle(spot).threadOf(meant.seq()))
                .thenApply(MessageActions::listedThread);
    }

    private static Outcome listedThread(Timeline.View thread) {
        List<Entry> entries = thread.entries();
        List<List<Object>> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            String words = Transcript.text(entry);
            rows.add(
                    List.of(
                            entry.seq(),
                            Instant.ofEpochMilli(entry.time()),
                            entry.author(),
                            words));
            lines.add(
                    "#%d %s  %s"
                            .formatted(
                                    entry.seq(),
                                    Moments.minute(entry.time()),
                                    Transcript.of(entry).replace('\n', ' ')));
        }
        if (!thread.earlier().isNone()) {
            lines.addFirst(Transcript.EARLIER);
        }
        lines.add("/reply #%d TEXT answers in this thread.".formatted(entries.getFirst().seq()));
        return new Outcome.Listed(
                new Table(List.of("number", "time", "author", "text"), rows), lines);
    }

    CompletableFuture<Outcome> edit(Spot spot, String text) {
        Numbered typed = Numbered.of(text);
        needText(typed, Verb.EDIT);
        if (typed.number().isEmpty() && text.matches("(?s)[0-9]+\\s.*")) {
            throw new WrongUsage(
                    "A message is named with a #: /edit #%s. If the text begins with a number, say"
                                    .formatted(text.split("\\s", 2)[0])
                            + " of which message it is: /edit #NUMBER TEXT.");
        }
        String words = EmojiNames.replaced(typed.rest());
        return typed.message(spot, Entry::own)
                .thenCompose(meant -> handle(spot).edit(meant.seq(), words))
                .thenApply(_ -> Outcome.told());
    }

    private static void needText(Numbered typed, Verb verb) {
        if (typed.rest().isBlank()) {
            throw WrongUsage.of(verb);
        }
    }

    CompletableFuture<Outcome> delete(Spot spot, String text) {
        Numbered typed = Numbered.numberOf(text, Verb.REDACT);
        return typed.message(spot, Entry::own)
                .thenCompose(meant -> handle(spot).deleteMessage(meant.seq(), meant.by()))
                .thenApply(_ -> Outcome.told());
    }

    CompletableFuture<Outcome> react(Spot spot, String text) {
        Numbered typed = Numbered.bare(text);
        Emoji emoji = emoji(typed.rest().strip());
        MemberId me = spot.session().snapshot().me().id();
        return typed.message(spot, entry -> !entry.own())
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

    private static Emoji emoji(String written) {
        String typed = written.replaceAll("^:+|:+$", "");
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

    /// What is meant for this member: the newest first, read in the logs themselves.
    CompletableFuture<Outcome> mentions(Session session) {
        return session.questions()
                .mentions()
                .thenCompose(list -> {
                    List<CompletableFuture<List<List<Object>>>> rows =
                            list.mentions().stream()
                                    .limit(MENTIONS)
                                    .map(mention -> row(session, mention))
                                    .toList();
                    return CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new))
                            .thenApply(_ -> rows.stream().flatMap(r -> r.join().stream()).toList());
                })
                .thenApply(MessageActions::listed);
    }

    private static Outcome listed(List<List<Object>> rows) {
        return Outcome.listed(
                new Table(List.of("number", "time", "chat", "author", "text"), rows),
                List.of(
                        rows.isEmpty()
                                ? "Nothing is meant for you so far; @ and a name means somebody."
                                : "/go and a chat leads there."));
    }

    /// Nothing if it can't be read now, as in a chat that was just left.
    private static CompletableFuture<List<List<Object>>> row(Session session, Mention mention) {
        return session.chat(mention.chat())
                .entry(mention.seq())
                .thenApply(found ->
                        found.stream()
                                .filter(entry -> entry.marks().forMe())
                                .map(entry -> row(session, mention, entry))
                                .toList())
                .exceptionally(_ -> List.of());
    }

    private static List<Object> row(Session session, Mention mention, Entry entry) {
        return List.of(
                entry.seq(),
                Instant.ofEpochMilli(entry.time()),
                title(session, mention),
                entry.author(),
                Transcript.text(entry));
    }

    private static String title(Session session, Mention mention) {
        return new Spot(session, mention.chat()).info().map(ChatInfo::title).orElse("?");
    }

    private static ChatHandle handle(Spot spot) {
        return spot.session().chat(ChatActions.chat(spot));
    }
}

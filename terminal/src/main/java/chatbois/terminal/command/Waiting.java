package chatbois.terminal.command;

import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.protocol.Reply.MentionList.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What waits to be read: a chat with something unread, or a message in it that is meant for the
/// member.
///
/// @param mention null for the whole chat
public record Waiting(LogId community, String name, ChatInfo chat, @Nullable Entry mention) {
    private static final int MOST_MENTIONS = 30;

    /// How people point at the chat.
    public String title() {
        return (chat.direct() ? "@" : "#") + chat.title();
    }

    /// The chats of all communities in which something is unread: those for two first, then those
    /// in which something was said last.
    public static List<Waiting> chats(List<Snapshot> communities) {
        return communities.stream()
                .flatMap(community ->
                        community.chats().stream()
                                .filter(chat -> chat.unread() > 0)
                                .map(chat -> of(community, chat, null)))
                .sorted(
                        Comparator.<Waiting, Boolean>comparing(one -> !one.chat.direct())
                                .thenComparing(one -> -one.chat.lastTime()))
                .toList();
    }

    private static Waiting of(Snapshot community, ChatInfo chat, @Nullable Entry mention) {
        return new Waiting(community.community(), community.name(), chat, mention);
    }

    /// The messages of all communities that are meant for the member and were not read, the newest
    /// first, each read in its log. What can't be read now is left out.
    public static CompletableFuture<List<Waiting>> mentions(List<Session> sessions) {
        List<CompletableFuture<List<Waiting>>> all =
                sessions.stream()
                        .filter(session -> session.snapshot().mentions() > 0)
                        .map(session -> mentions(session).exceptionally(_ -> List.of()))
                        .toList();
        return joined(all);
    }

    private static CompletableFuture<List<Waiting>> mentions(Session session) {
        return session.questions()
                .mentions()
                .thenCompose(list ->
                        joined(
                                list.mentions().stream()
                                        .flatMap(mention -> unread(session, mention))
                                        .limit(MOST_MENTIONS)
                                        .toList()));
    }

    private static Stream<CompletableFuture<List<Waiting>>> unread(
            Session session, Mention mention) {
        Snapshot community = session.snapshot();
        return community.chats().stream()
                .filter(chat -> chat.id().equals(mention.chat()))
                .filter(chat -> mention.seq() > chat.readUpTo())
                .map(chat -> read(session, of(community, chat, null), mention.seq()));
    }

    private static CompletableFuture<List<Waiting>> read(Session session, Waiting in, long seq) {
        return session.chat(in.chat.id())
                .entry(seq)
                .thenApply(found ->
                        found.stream()
                                .filter(entry -> entry.marks().forMe())
                                .map(entry -> new Waiting(in.community, in.name, in.chat, entry))
                                .toList())
                .exceptionally(_ -> List.of());
    }

    private static CompletableFuture<List<Waiting>> joined(
            List<CompletableFuture<List<Waiting>>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(_ -> {
                    List<Waiting> all = new ArrayList<>();
                    parts.forEach(part -> all.addAll(part.join()));
                    all.sort(Comparator.comparing(one -> -time(one)));
                    return all;
                });
    }

    private static long time(Waiting one) {
        return one.mention == null ? one.chat.lastTime() : one.mention.time();
    }

    /// What waits in some communities, in words: what is meant for the member comes first.
    static CompletableFuture<Outcome> list(List<Session> sessions) {
        return mentions(sessions)
                .thenApply(mentions -> {
                    List<Waiting> all = new ArrayList<>(mentions);
                    all.addAll(chats(sessions.stream().map(Session::snapshot).toList()));
                    List<List<Object>> rows = all.stream().map(Waiting::row).toList();
                    String below =
                            all.isEmpty()
                                    ? "Nothing waits for you; what is unread comes here."
                                    : "/go and a chat leads there.";
                    List<String> columns =
                            List.of(
                                    "community",
                                    "chat",
                                    "unread",
                                    "mentions",
                                    "number",
                                    "author",
                                    "text");
                    List<String> lines = new ArrayList<>(all.stream().map(Waiting::line).toList());
                    lines.add(below);
                    return new Outcome.Listed(new Table(columns, rows), lines);
                });
    }

    private List<Object> row() {
        return List.of(
                name,
                title(),
                chat.unread(),
                chat.mentions(),
                mention == null ? 0L : mention.seq(),
                mention == null ? "" : mention.author(),
                mention == null ? "" : Transcript.text(mention.said()));
    }

    private String line() {
        return "%s %s: %s"
                .formatted(
                        name,
                        title(),
                        mention == null
                                ? count()
                                : "#%d %s"
                                        .formatted(
                                                mention.seq(),
                                                Transcript.of(mention).replace('\n', ' ')));
    }

    /// `3 unread, 1 for you`.
    public String count() {
        return chat.unread()
                + " unread"
                + (chat.mentions() > 0 ? ", " + chat.mentions() + " for you" : "");
    }
}

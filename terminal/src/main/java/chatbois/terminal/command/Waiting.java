package chatbois.terminal.command;

import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.log.LogId;
import chatbois.protocol.Reply.MentionList.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// What waits for the member in a community.
///
/// @param name of the community
public record Waiting(LogId community, String name, What what) {
    private static final int MOST_MENTIONS = 30;

    /// What it is.
    public sealed interface What {
        /// A chat with something unread.
        record Unread(ChatInfo chat) implements What {}

        /// A message that is meant for the member and was not read.
        record Named(ChatInfo chat, Entry entry) implements What {}

        /// A chat that the member may join.
        record Invited(InvitationInfo invitation) implements What {}
    }

    /// The chat that it is about.
    public LogId chat() {
        return switch (what) {
            case What.Unread(ChatInfo chat) -> chat.id();
            case What.Named(ChatInfo chat, _) -> chat.id();
            case What.Invited(InvitationInfo invitation) -> invitation.chat();
        };
    }

    /// How people point at the chat.
    public String title() {
        return switch (what) {
            case What.Unread(ChatInfo chat) -> title(chat);
            case What.Named(ChatInfo chat, _) -> title(chat);
            case What.Invited(InvitationInfo invitation) -> "#" + invitation.title();
        };
    }

    private static String title(ChatInfo chat) {
        return (chat.direct() ? "@" : "#") + chat.title();
    }

    /// Of all communities the invitations, then the chats in which something is unread: those for
    /// two first, then those in which something was said last.
    public static List<Waiting> chats(List<Snapshot> communities) {
        Stream<Waiting> invitations =
                communities.stream()
                        .flatMap(community ->
                                community.invitations().stream()
                                        .map(one -> of(community, new What.Invited(one))));
        Stream<Waiting> unread =
                communities.stream()
                        .flatMap(community ->
                                community.chats().stream()
                                        .filter(chat -> chat.unread() > 0)
                                        .map(chat -> of(community, new What.Unread(chat))))
                        .sorted(
                                Comparator.<Waiting, Boolean>comparing(
                                                one -> !one.title().startsWith("@"))
                                        .thenComparing(one -> -one.time()));
        return Stream.concat(invitations, unread).toList();
    }

    /// What is meant for the member, then the invitations and the chats in which more than that is
    /// unread.
    public static List<Waiting> all(List<Waiting> mentions, List<Snapshot> communities) {
        return Stream.concat(
                        mentions.stream(),
                        chats(communities).stream().filter(chat -> !chat.isSaidBy(mentions)))
                .toList();
    }

    /// Whether those are all that is unread there.
    private boolean isSaidBy(List<Waiting> mentions) {
        return what instanceof What.Unread(ChatInfo info)
                && info.unread()
                        <= mentions.stream()
                                .filter(one ->
                                        one.community.equals(community)
                                                && one.chat().equals(info.id()))
                                .count();
    }

    private static Waiting of(Snapshot community, What what) {
        return new Waiting(community.community(), community.name(), what);
    }

    private long time() {
        return switch (what) {
            case What.Unread(ChatInfo chat) -> chat.lastTime();
            case What.Named(_, Entry entry) -> entry.time();
            case What.Invited _ -> 0;
        };
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
        return session.snapshot().chats().stream()
                .filter(chat -> chat.id().equals(mention.chat()))
                .filter(chat -> mention.seq() > chat.readUpTo())
                .map(chat -> read(session, chat, mention.seq()));
    }

    private static CompletableFuture<List<Waiting>> read(Session session, ChatInfo chat, long seq) {
        return session.chat(chat.id())
                .entry(seq)
                .thenApply(found ->
                        found.stream()
                                .filter(entry -> entry.marks().forMe())
                                .map(entry -> of(session.snapshot(), new What.Named(chat, entry)))
                                .toList())
                .exceptionally(_ -> List.of());
    }

    private static CompletableFuture<List<Waiting>> joined(
            List<CompletableFuture<List<Waiting>>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(_ -> {
                    List<Waiting> all = new ArrayList<>();
                    parts.forEach(part -> all.addAll(part.join()));
                    all.sort(Comparator.comparing(one -> -one.time()));
                    return all;
                });
    }

    /// What waits in some communities, in words: what is meant for the member comes first.
    static CompletableFuture<Outcome> list(List<Session> sessions) {
        return mentions(sessions)
                .thenApply(mentions -> {
                    List<Waiting> all =
                            all(mentions, sessions.stream().map(Session::snapshot).toList());
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
        return switch (what) {
            case What.Unread(ChatInfo chat) ->
                    List.of(name, title(), chat.unread(), chat.mentions(), 0L, "", "");
            case What.Named(ChatInfo chat, Entry entry) ->
                    List.of(
                            name,
                            title(),
                            chat.unread(),
                            chat.mentions(),
                            entry.seq(),
                            entry.author(),
                            Transcript.text(entry));
            case What.Invited(InvitationInfo invitation) ->
                    List.of(name, title(), 0, 0, 0L, invitation.by(), "invites you");
        };
    }

    private String line() {
        return "%s %s: %s".formatted(name, title(), words());
    }

    private String words() {
        return switch (what) {
            case What.Unread(ChatInfo chat) -> count(chat);
            case What.Named(_, Entry entry) ->
                    "#%d %s".formatted(entry.seq(), Transcript.of(entry).replace('\n', ' '));
            case What.Invited(InvitationInfo invitation) ->
                    "%s invites you: /join %s".formatted(invitation.by(), invitation.title());
        };
    }

    /// `3 unread, 1 for you`.
    public static String count(ChatInfo chat) {
        return chat.unread()
                + " unread"
                + (chat.mentions() > 0 ? ", " + chat.mentions() + " for you" : "");
    }
}

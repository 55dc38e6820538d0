package chatbois.terminal.command;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.Communities;
import chatbois.client.session.ChatHandle;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.client.session.Titles;
import chatbois.log.LogId;
import chatbois.protocol.ChatLink;
import chatbois.protocol.Limits;
import chatbois.protocol.OpenLink;
import chatbois.protocol.PublicChat;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// The ways into chats: invitations, public chats, links.
final class DoorActions {
    private static final int SHORT = 8;
    private static final int USES = 10;
    private static final int DAYS = 7;
    private static final int MOST_DAYS = 36_500;

    private final Communities communities;
    private final Clock clock;

    DoorActions(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    /// Joins a chat of this community that the member is invited to, or else a public one; goes to
    /// one that they are in.
    CompletableFuture<Outcome> join(Spot spot, String typed) {
        Session session = spot.session();
        List<InvitationInfo> open = session.snapshot().invitations();
        List<InvitationInfo> meant =
                open.stream()
                        .filter(i ->
                                typed.isEmpty() ? isHere(i, open, spot) : i.isCalled(plain(typed)))
                        .toList();
        if (meant.size() == 1) {
            return enter(session, session.chat(meant.getFirst().chat()));
        }
        if (meant.size() > 1) {
            throw refused(
                    Code.TOO_MANY,
                    "You are invited to %d chats called %s; say which one: %s."
                            .formatted(meant.size(), typed, names(meant)));
        }
        if (typed.isEmpty()) {
            throw refused(Code.NO_SUCH_CHAT, whichInvitation(open));
        }
        if (isIn(session, typed)) {
            var chat = communities.chatNamed(typed, session.community()).chat();
            return CompletableFuture.completedFuture(went(session, chat.id()));
        }
        return session.questions()
                .publicChats("")
                .thenCompose(list -> enter(session, session.chat(named(list, typed).chat())));
    }

    /// Joins the chat that a link leads to.
    CompletableFuture<Outcome> join(ChatLink link) {
        Session session =
                communities
                        .session(link.community())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "This link leads into a chat of a community that you are"
                                                + " not in; ask for an invite into it first."));
        return session.chat(link.chat()).enter(link.code()).thenApply(id -> went(session, id));
    }

    private static CompletableFuture<Outcome> enter(Session session, ChatHandle chat) {
        return chat.enter().thenApply(id -> went(session, id));
    }

    private static Outcome went(Session session, LogId chat) {
        return new Outcome.WentTo(new Spot(session, chat), List.of(), "");
    }

    /// Without a name the only invitation is meant, or the one that the member looks at.
    private static boolean isHere(InvitationInfo one, List<InvitationInfo> all, Spot spot) {
        return all.size() == 1 || one.chat().equals(spot.chat());
    }

    private static String plain(String typed) {
        return typed.startsWith("#") ? typed.substring(1) : typed;
    }

    /// Whoever is in a chat and wants to come in is led there.
    private static boolean isIn(Session session, String typed) {
        return session.snapshot().chats().stream()
                .anyMatch(chat -> !chat.direct() && chat.isCalled(plain(typed)));
    }

    private static String whichInvitation(List<InvitationInfo> open) {
        return open.isEmpty()
                ? "You are invited to no chat now; /browse lists the public ones."
                : "Say which one: " + names(open) + ".";
    }

    private static String names(List<InvitationInfo> invitations) {
        return invitations.stream()
                .map(one -> one.title() + " (by " + one.by() + ")")
                .collect(Collectors.joining(", "));
    }

    private static PublicChat named(Reply.PublicChatList list, String typed) {
        List<PublicChat> meant =
                list.chats().stream()
                        .filter(chat ->
                                Titles.isCalled(chat.name().value(), chat.chat(), plain(typed))
                                        || shortOf(chat).equals(plain(typed)))
                        .toList();
        if (meant.size() > 1) {
            throw refused(
                    Code.TOO_MANY,
                    "%d public chats are called %s; type /join and the id that /browse shows."
                            .formatted(meant.size(), typed));
        }
        if (meant.isEmpty()) {
            throw refused(
                    Code.NO_SUCH_CHAT,
                    "You are invited to no chat called %s, and none that is public is called so;"
                                    .formatted(typed)
                            + " /browse lists those.");
        }
        return meant.getFirst();
    }

    private static String shortOf(PublicChat chat) {
        return chat.chat().toString().substring(0, SHORT);
    }

    CompletableFuture<Outcome> browse(Session session, String containing) {
        String nothing =
                containing.isEmpty()
                        ? "There is no public chat yet; /new NAME makes a chat, and /public in it lets"
                                + " everybody come in."
                        : "No public chat is called like that; /browse alone lists them all.";
        return session.questions().publicChats(containing).thenApply(list -> listed(list, nothing));
    }

    private static Outcome listed(Reply.PublicChatList list, String nothing) {
        List<List<Object>> rows = new ArrayList<>();
        for (PublicChat chat : list.chats()) {
            rows.add(List.of(chat.name().value(), chat.members(), shortOf(chat), chat.topic()));
        }
        String end =
                rows.isEmpty()
                        ? nothing
                        : "/join and a name brings you in."
                                + (list.more() == 0
                                        ? ""
                                        : " There are %d more; /browse and a part of the name finds them."
                                                .formatted(list.more()));
        return Outcome.listed(
                new Table(List.of("chat", "members", "id", "topic"), rows), List.of(end));
    }

    CompletableFuture<Outcome> makeLink(Spot spot, List<String> words, Verb verb) {
        if (words.size() > 2) {
            throw WrongUsage.of(verb);
        }
        int uses =
                words.isEmpty()
                        ? USES
                        : InviteActions.number(words.getFirst(), "USES", Limits.INVITE_USES);
        int days = words.size() < 2 ? DAYS : InviteActions.number(words.get(1), "DAYS", MOST_DAYS);
        Instant until = clock.instant().plus(Duration.ofDays(days));
        return spot.session()
                .chat(ChatActions.chat(spot))
                .makeLink(uses, until)
                .thenApply(link ->
                        Outcome.told(
                                "A link into this chat, uses: %d, good for days: %d; whoever is in"
                                                .formatted(uses, days)
                                        + " the community types /join and the link:",
                                link.line()));
    }

    /// Lists the links, or calls one back.
    CompletableFuture<Outcome> links(Spot spot, String typed) {
        ChatHandle chat = spot.session().chat(ChatActions.chat(spot));
        return chat.details()
                .thenCompose(details -> {
                    if (typed.isEmpty()) {
                        return CompletableFuture.completedFuture(
                                listed(spot.session(), details.links()));
                    }
                    OpenLink meant =
                            details.links().stream()
                                    .filter(link -> isMeant(link, typed))
                                    .findFirst()
                                    .orElseThrow(() ->
                                            new IllegalArgumentException(
                                                    "No link %s is open here, or you may not see it;"
                                                                    .formatted(typed)
                                                            + " /chatlinks lists them."));
                    return chat.revokeLink(meant.link())
                            .thenApply(_ -> Outcome.told("That link lets in nobody any more."));
                });
    }

    private static boolean isMeant(OpenLink link, String typed) {
        return ChatLink.looksLike(typed)
                ? ChatLink.parse(typed).code().verifyKey().equals(link.link())
                : link.link().toString().substring(0, SHORT).equals(typed);
    }

    private static Outcome listed(Session session, List<OpenLink> links) {
        List<List<Object>> rows = new ArrayList<>();
        for (OpenLink link : links) {
            rows.add(
                    List.of(
                            link.link().toString().substring(0, SHORT),
                            session.nameOf(link.maker()),
                            link.usesLeft(),
                            link.expires() == 0
                                    ? "for ever"
                                    : Instant.ofEpochMilli(link.expires())));
        }
        return Outcome.listed(
                new Table(List.of("link", "by", "uses left", "until"), rows),
                List.of(
                        rows.isEmpty()
                                ? "No link is open here that you may see; /chatlink makes one."
                                : "/chatlinks and the first word of a line calls that one back."));
    }
}

package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.client.session.Session.ChatPeople;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// What there is: members and chats; in few lines for people, as data for scripts.
final class Lists {
    private Lists() {}

    /// Who is in the chat in view, or in the community.
    static CompletableFuture<Outcome> members(Spot spot) {
        if (spot.chat() == null) {
            List<Member> all = spot.session().snapshot().members();
            return presence(spot.session(), all)
                    .thenApply(presence ->
                            new Outcome.Listed(
                                    inCommunity(all, presence),
                                    presence.below("Members: " + names(all) + ".")));
        }
        return spot.session()
                .chatMembers(ChatActions.chat(spot))
                .thenCompose(people ->
                        presence(spot.session(), people.members())
                                .thenApply(presence -> inChat(people, presence)));
    }

    /// How the first of them are there; of nobody while there is no connection.
    private static CompletableFuture<PresenceLines> presence(Session session, List<Member> all) {
        List<MemberId> some = all.stream().limit(Limits.WATCHED).map(Member::id).toList();
        return session.company()
                .attendance()
                .see(some)
                .exceptionally(_ -> List.of())
                .thenApply(seen -> new PresenceLines(all, seen));
    }

    private static Table inCommunity(List<Member> members, PresenceLines presence) {
        List<List<Object>> rows = new ArrayList<>();
        for (Member member : members) {
            rows.add(
                    List.of(
                            member.name().value(),
                            member.role().name(),
                            member.status(),
                            presence.word(member)));
        }
        return new Table(List.of("member", "role", "status", "presence"), rows);
    }

    private static Outcome inChat(ChatPeople people, PresenceLines presence) {
        List<List<Object>> rows = new ArrayList<>();
        for (Member member : people.members()) {
            String here = people.roles().getOrDefault(member.id(), "");
            rows.add(
                    List.of(
                            member.name().value(),
                            member.role().name(),
                            here,
                            presence.word(member)));
        }
        for (Member member : people.invited()) {
            rows.add(List.of(member.name().value(), member.role().name(), "invited", ""));
        }
        List<String> lines = new ArrayList<>();
        lines.addAll(presence.below("Here: " + names(people.members()) + "."));
        if (!people.invited().isEmpty()) {
            lines.add("Invited: " + names(people.invited()) + ".");
        }
        return new Outcome.Listed(
                new Table(List.of("member", "role", "here", "presence"), rows), lines);
    }

    private static String names(List<Member> members) {
        return members.stream()
                .map(Member::nameAndRole)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining(", "));
    }

    /// The member's chats and invitations in all communities.
    static Outcome chats(List<Session> sessions) {
        List<List<Object>> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Session session : sessions) {
            Snapshot snapshot = session.snapshot();
            boolean none = snapshot.chats().isEmpty() && snapshot.invitations().isEmpty();
            lines.add(snapshot.name() + (none ? ": no chats yet; /new makes one" : ":"));
            for (ChatInfo chat : snapshot.chats()) {
                String title = (chat.direct() ? "@" : "#") + chat.title();
                rows.add(row(snapshot, chat.id(), title, state(chat), chat.unread()));
                lines.add("  " + title + about(chat));
            }
            for (InvitationInfo invitation : snapshot.invitations()) {
                String name = invitation.title();
                rows.add(row(snapshot, invitation.chat(), "#" + name, "invited", 0));
                lines.add("  #%s  %s invites you: /join %s".formatted(name, invitation.by(), name));
            }
        }
        List<String> columns = List.of("community", "chat", "id", "state", "unread");
        return new Outcome.Listed(new Table(columns, rows), lines);
    }

    private static List<Object> row(
            Snapshot community, Object id, String title, String state, int unread) {
        return List.of(community.name(), title, id.toString(), state, unread);
    }

    private static String state(ChatInfo chat) {
        if (chat.direct()) {
            return "direct";
        }
        return chat.state().archived()
                ? "archived"
                : chat.state().publicly() ? "public" : "private";
    }

    private static String about(ChatInfo chat) {
        return (chat.unread() == 0 ? "" : "  " + chat.unread() + " unread")
                + (chat.state().publicly() ? "  public" : "")
                + (chat.state().archived() ? "  archived" : "");
    }
}

package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.protocol.Invite;
import chatbois.protocol.Limits;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.OpenInvite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Lists, makes and calls back invites into the community.
final class InviteActions {
    /// So many characters of an invite's key tell it from others.
    private static final int SHORT = 8;

    private static final int DAYS = 7;
    private static final int MOST_DAYS = 36_500;
    private final Clock clock;

    InviteActions(Clock clock) {
        this.clock = clock;
    }

    CompletableFuture<Outcome> run(Session session, List<String> words) {
        if (words.isEmpty()) {
            return CompletableFuture.completedFuture(listed(session));
        }
        if (words.size() > 3) {
            throw WrongUsage.of(Verb.INVITES);
        }
        Role role = Roles.named(session.snapshot().roles(), words.getFirst());
        int uses = words.size() < 2 ? 1 : number(words.get(1), "USES", Limits.INVITE_USES);
        int days = words.size() < 3 ? DAYS : number(words.get(2), "DAYS", MOST_DAYS);
        Instant until = clock.instant().plus(Duration.ofDays(days));
        return session.makeInvite(role, uses, until)
                .thenApply(invite ->
                        Outcome.told(
                                "An invite for %s, uses: %d, good for days: %d; pass it on:"
                                        .formatted(role.name(), uses, days),
                                invite.line()));
    }

    static int number(String typed, String what, int most) {
        int number = typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > most) {
            throw new WrongUsage(what + " is a number from 1 to " + most + ".");
        }
        return number;
    }

    private static Outcome listed(Session session) {
        List<List<Object>> rows = new ArrayList<>();
        for (OpenInvite invite : session.openInvites()) {
            rows.add(
                    List.of(
                            shortOf(invite),
                            invite.role().name(),
                            session.nameOf(invite.maker()),
                            invite.usesLeft(),
                            until(invite)));
        }
        return Outcome.listed(
                new Table(List.of("invite", "role", "by", "uses left", "until"), rows),
                List.of(
                        rows.isEmpty()
                                ? "No invite is open; /invite makes one."
                                : "/revoke and the first word of a row calls that one back. The line to pass on is"
                                        + " shown only once, when it is made."));
    }

    CompletableFuture<Outcome> revoke(Session session, String typed) {
        List<OpenInvite> meant =
                session.openInvites().stream().filter(invite -> isMeant(invite, typed)).toList();
        if (meant.size() != 1) {
            throw new IllegalArgumentException(
                    "There is no open invite " + typed + "; /invites lists them.");
        }
        return session.revoke(meant.getFirst().invite())
                .thenApply(_ -> Outcome.told("That invite lets in nobody any more."));
    }

    /// By its short word, or by the whole line.
    private static boolean isMeant(OpenInvite invite, String typed) {
        if (typed.startsWith(Invite.SCHEME)) {
            return Invite.parse(typed).code().verifyKey().equals(invite.invite());
        }
        return shortOf(invite).equals(typed);
    }

    private static String shortOf(OpenInvite invite) {
        return invite.invite().toString().substring(0, SHORT);
    }

    private static Object until(OpenInvite invite) {
        return invite.expires() == 0 ? "for ever" : Instant.ofEpochMilli(invite.expires());
    }
}

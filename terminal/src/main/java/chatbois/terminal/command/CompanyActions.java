package chatbois.terminal.command;

import chatbois.client.session.Loudness;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.protocol.Sighting;
import chatbois.protocol.view.Member;
import chatbois.terminal.alert.Quiet;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the member wants to know of others, and lets them know.
final class CompanyActions {
    private final Clock clock;

    CompanyActions(Clock clock) {
        this.clock = clock;
    }

    /// Of what the member is notified in this chat; alone: how it is.
    CompletableFuture<Outcome> loudness(Spot spot, String typed) throws IOException {
        if (typed.equals("text on") || typed.equals("text off")) {
            boolean shows = typed.endsWith("on");
            spot.session().company().showText(shows);
            return CompletableFuture.completedFuture(
                    Outcome.told(
                            shows
                                    ? "Notifications show what was said."
                                    : "Notifications say only who wrote and where."));
        }
        ChatInfo chat = ChatActions.info(spot);
        if (typed.isEmpty()) {
            Loudness now = spot.session().snapshot().around().loudness(chat);
            return CompletableFuture.completedFuture(
                    Outcome.told(
                            "In this chat " + meaning(now) + ".",
                            "/notify all, mentions or none changes it, on this device."));
        }
        Loudness level = Loudness.named(typed).orElseThrow(() -> WrongUsage.of(Verb.NOTIFY));
        spot.session().company().loudness(chat.id(), level);
        return CompletableFuture.completedFuture(
                Outcome.told("In this chat " + meaning(level) + " now."));
    }

    /// What others learn of the member; with words: turns one of it on or off.
    CompletableFuture<Outcome> privacy(Session session, List<String> words) throws IOException {
        if (words.isEmpty()) {
            return session.company()
                    .attendance()
                    .privacy()
                    .thenApply(now -> Outcome.told(PrivacyWords.all(typing(session), now)));
        }
        boolean sets = words.size() == 2 && List.of("on", "off").contains(words.getLast());
        if (!sets || !PrivacyWords.ALL.contains(words.getFirst())) {
            throw WrongUsage.of(Verb.PRIVACY);
        }
        boolean on = words.getLast().equals("on");
        if (words.getFirst().equals(PrivacyWords.TYPING)) {
            session.company().tellTyping(on);
            return CompletableFuture.completedFuture(Outcome.told(PrivacyWords.typing(on)));
        }
        return session.company()
                .attendance()
                .privacy()
                .thenApply(now -> PrivacyWords.with(now, words.getFirst(), on))
                .thenCompose(session.company().attendance()::privacy)
                .thenApply(now -> Outcome.told(PrivacyWords.one(now, words.getFirst())));
    }

    private static boolean typing(Session session) {
        return session.snapshot().around().tellsTyping();
    }

    CompletableFuture<Outcome> away(Session session, String words) {
        session.company().attendance().away(words);
        return hidden(session, "Others see that you are away from here, until /back.");
    }

    CompletableFuture<Outcome> back(Session session) {
        session.company().attendance().back();
        return hidden(session, "Others see that you are here.");
    }

    /// The sentence, unless others are told nothing of it.
    private static CompletableFuture<Outcome> hidden(Session session, String sentence) {
        boolean tells =
                session.snapshot()
                        .around()
                        .nearby()
                        .privacy()
                        .filter(wish -> !wish.presence())
                        .isEmpty();
        return CompletableFuture.completedFuture(
                Outcome.told(
                        tells
                                ? sentence
                                : "Nobody is told whether you are here; /privacy presence on"
                                        + " changes that."));
    }

    /// Who somebody is.
    CompletableFuture<Outcome> whois(Session session, String typed) {
        Member member = ModerationActions.member(session, typed);
        return session.company()
                .attendance()
                .see(List.of(member.id()))
                .thenApply(seen -> Outcome.told(about(session, member, seen)));
    }

    private String[] about(Session session, Member member, List<Sighting> seen) {
        List<String> lines = new ArrayList<>();
        lines.add(member.name().value() + ", " + member.role().name() + " here");
        if (!member.status().isEmpty()) {
            lines.add("says: " + SafeText.line(member.status()));
        }
        boolean me = member.id().equals(session.snapshot().me().id());
        String where =
                seen.stream()
                        .filter(sighting -> sighting.member().equals(member.id()))
                        .map(sighting -> Whereabouts.words(sighting, clock.instant()))
                        .findFirst()
                        .orElse("it is not told whether they are here");
        lines.add(me ? "that is you" : where);
        lines.add("member since " + Moments.minute(member.devices().getFirst().since()));
        return lines.toArray(String[]::new);
    }

    /// The hours in which the member is notified of nothing; alone: how it is.
    CompletableFuture<Outcome> quiet(Session session, String typed) throws IOException {
        if (!typed.isEmpty()) {
            String hours =
                    typed.equals("off")
                            ? ""
                            : Quiet.parse(typed)
                                    .orElseThrow(() -> WrongUsage.of(Verb.QUIET))
                                    .toString();
            session.company().quiet(hours);
        }
        Snapshot now = session.snapshot();
        String hours = now.around().quiet();
        return CompletableFuture.completedFuture(
                Outcome.told(
                        hours.isEmpty()
                                ? "There are no quiet hours for " + now.name() + " here."
                                : "From "
                                        + hours.replace("-", " to ")
                                        + " you are notified of nothing in "
                                        + now.name()
                                        + ", on this device; /quiet off ends that."));
    }

    private static String meaning(Loudness level) {
        return switch (level) {
            case ALL -> "you are notified of every message";
            case MENTIONS -> "you are notified when somebody names you";
            case NONE -> "you are notified of nothing";
        };
    }
}

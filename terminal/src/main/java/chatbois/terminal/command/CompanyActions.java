package chatbois.terminal.command;

import chatbois.client.session.Loudness;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.alert.Quiet;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the member wants to know of others, and lets them know.
final class CompanyActions {
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

    /// What others learn of the member; with words: turns it on or off.
    CompletableFuture<Outcome> privacy(Session session, List<String> words) throws IOException {
        boolean sets = words.size() == 2 && List.of("on", "off").contains(words.getLast());
        if (!words.isEmpty() && !(sets && words.getFirst().equals("typing"))) {
            throw WrongUsage.of(Verb.PRIVACY);
        }
        if (sets) {
            session.company().tellTyping(words.getLast().equals("on"));
        }
        boolean tells = session.snapshot().around().tellsTyping();
        return CompletableFuture.completedFuture(
                Outcome.told(
                        tells
                                ? "typing on: the members of a chat see when you are typing there."
                                : "typing off: nobody is told when you are typing; nothing of it is"
                                        + " sent from this device."));
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

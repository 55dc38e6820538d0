package chatbois.terminal.command;

import chatbois.client.session.Loudness;
import chatbois.client.session.Snapshot.ChatInfo;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// What the member wants to know of others, and lets them know.
final class CompanyActions {
    /// Of what the member is notified in this chat; alone: how it is.
    CompletableFuture<Outcome> loudness(Spot spot, String typed) throws IOException {
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

    private static String meaning(Loudness level) {
        return switch (level) {
            case ALL -> "you are notified of every message";
            case MENTIONS -> "you are notified when somebody names you";
            case NONE -> "you are notified of nothing";
        };
    }
}

package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.protocol.event.EventBody.MemberRenamed;
import chatbois.protocol.event.EventBody.StatusSet;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What members do with themselves: name, status, and whom they take nothing from.
final class MemberActions {
    /// Typed instead of a text, to have none.
    private static final String NOTHING = "-";

    /// One's own new name, or a member's and the new one.
    CompletableFuture<Outcome> name(Session session, List<String> words, Verb verb) {
        if (words.isEmpty() || words.size() > 2) {
            throw WrongUsage.of(verb);
        }
        Member member =
                words.size() == 1
                        ? session.snapshot().me()
                        : ModerationActions.member(session, words.getFirst());
        MemberName name = MemberName.parse(words.getLast());
        return session.change(new MemberRenamed(member.id(), name))
                .thenApply(_ ->
                        Outcome.told(
                                words.size() == 1
                                        ? "You are called " + name + " now."
                                        : member.name() + " is called " + name + " now."));
    }

    CompletableFuture<Outcome> status(Session session, String typed) {
        if (typed.isEmpty()) {
            String now = session.snapshot().me().status();
            return CompletableFuture.completedFuture(
                    Outcome.told(now.isEmpty() ? "You have no status." : "Your status: " + now));
        }
        String text = typed.equals(NOTHING) ? "" : typed;
        return session.change(new StatusSet(text))
                .thenApply(_ ->
                        Outcome.told(
                                text.isEmpty()
                                        ? "You have no status now."
                                        : "Everybody sees beside your name: " + text));
    }

    CompletableFuture<Outcome> block(Session session, String typed) {
        Member member = ModerationActions.member(session, typed);
        return session.blocks()
                .block(member.id())
                .thenApply(_ ->
                        Outcome.told(
                                "You take nothing from %s any more: no direct messages, no invitations; in"
                                                .formatted(member.name())
                                        + " chats their messages are hidden. They are not told."));
    }

    CompletableFuture<Outcome> unblock(Session session, String typed) {
        Member member = ModerationActions.member(session, typed);
        return session.blocks()
                .unblock(member.id())
                .thenApply(
                        _ -> Outcome.told("You take messages from " + member.name() + " again."));
    }

    CompletableFuture<Outcome> blocked(Session session, String typed) {
        if (!typed.isEmpty()) {
            return CompletableFuture.completedFuture(shown(session, typed));
        }
        return session.blocks()
                .list()
                .thenApply(all -> {
                    List<List<Object>> rows = new ArrayList<>();
                    all.forEach(id -> rows.add(List.of(session.nameOf(id))));
                    return Outcome.listed(
                            new Table(List.of("member"), rows),
                            List.of(
                                    rows.isEmpty()
                                            ? "You have blocked nobody."
                                            : "/unblock takes it back; /blocked show shows what they"
                                                    + " say."));
                });
    }

    private static Outcome shown(Session session, String typed) {
        boolean shows = typed.equals("show");
        if (!shows && !typed.equals("hide")) {
            throw WrongUsage.of(Verb.BLOCKED);
        }
        session.blocks().show(shows);
        return Outcome.told(
                shows
                        ? "What blocked members say in chats is shown; /blocked hide hides it."
                        : "What blocked members say in chats is hidden.");
    }
}

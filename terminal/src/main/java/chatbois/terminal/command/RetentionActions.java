package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply.Retention;
import chatbois.protocol.Reply.Retention.InChat;
import chatbois.protocol.Reply.Retention.Sum;
import chatbois.protocol.event.EventBody.RetentionSet;
import chatbois.terminal.text.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Shows and sets how long messages are kept. What would erase something is shown first, and done
/// only with a `yes` behind it.
final class RetentionActions {
    private static final String CHAT = "chat";
    private static final String PREVIEW = "preview";
    private static final String FOREVER = "forever";
    private static final String DEFAULT = "default";
    private static final String YES = "yes";
    private static final String OLDER = "what is older here";

    private RetentionActions() {}

    static CompletableFuture<Outcome> run(Spot spot, List<String> words) {
        if (words.isEmpty()) {
            return show(spot.session());
        }
        return switch (words.getFirst()) {
            case PREVIEW -> preview(spot.session(), days(rest(words)));
            case CHAT -> setInChat(spot, rest(words));
            default -> set(spot.session(), words);
        };
    }

    private static List<String> rest(List<String> words) {
        if (words.size() < 2) {
            throw wrong();
        }
        return words.subList(1, words.size());
    }

    private static WrongUsage wrong() {
        return new WrongUsage(
                "Type /retention DAYS or forever, /retention chat DAYS, forever or default, or"
                        + " /retention preview DAYS.");
    }

    private static int days(List<String> words) {
        String typed = words.getFirst();
        if (typed.equals(FOREVER)) {
            return 0;
        }
        if (!typed.matches("[1-9][0-9]{0,4}")) {
            throw wrong();
        }
        return Integer.parseInt(typed);
    }

    /// The rules; those of chats for who may see them.
    private static CompletableFuture<Outcome> show(Session session) {
        String everywhere = "Messages are kept " + kept(session.retentionDays()) + ".";
        return session.operations()
                .retention(0)
                .<Outcome>thenApply(rules -> {
                    List<String> lines = new ArrayList<>(List.of(everywhere));
                    for (InChat chat : rules.chats()) {
                        if (chat.days() != null) {
                            lines.add(title(session, chat.chat()) + ": " + kept(chat.days()));
                        }
                    }
                    return new Outcome.Told(lines);
                })
                .exceptionallyCompose(failure -> unlessRefused(failure, Outcome.told(everywhere)));
    }

    private static CompletableFuture<Outcome> unlessRefused(Throwable failure, Outcome instead) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof Refused
                ? CompletableFuture.completedFuture(instead)
                : CompletableFuture.failedFuture(failure);
    }

    private static String kept(int days) {
        return days == 0 ? FOREVER : "for " + days + " days";
    }

    private static CompletableFuture<Outcome> preview(Session session, int days) {
        return session.operations().retention(days).thenApply(rules -> table(session, rules, days));
    }

    private static Outcome table(Session session, Retention rules, int days) {
        List<List<Object>> rows = new ArrayList<>();
        for (InChat chat : rules.chats()) {
            rows.add(
                    List.of(
                            title(session, chat.chat()),
                            chat.days() == null ? "as everywhere" : kept(chat.days()),
                            chat.sum().messages(),
                            new Amount(chat.sum().bytes())));
        }
        return Outcome.listed(
                new Table(List.of("chat", "kept", "would go", "bytes"), rows),
                List.of(
                        "If messages were kept "
                                + kept(days)
                                + ", in all chats without a rule of their own would go: "
                                + told(rules.all())
                                + "."));
    }

    private static String told(Sum sum) {
        return sum.messages() + " messages, " + new Amount(sum.bytes());
    }

    private static String title(Session session, LogId chat) {
        return session.snapshot().chats().stream()
                .filter(info -> info.id().equals(chat))
                .map(info -> (info.direct() ? "@" : "#") + info.title())
                .findFirst()
                .orElse("a chat");
    }

    private static CompletableFuture<Outcome> set(Session session, List<String> words) {
        int days = days(words);
        if (days > 0 && !isSure(words)) {
            return session.operations()
                    .retention(days)
                    .thenApply(rules -> asked(told(rules.all()), "/retention " + days + " " + YES));
        }
        return session.change(new RetentionSet(days))
                .thenApply(_ -> Outcome.told("Messages are kept " + kept(days) + " now."));
    }

    private static boolean isSure(List<String> words) {
        return words.size() > 1 && words.getLast().equals(YES);
    }

    private static Outcome asked(String whatGoes, String line) {
        return Outcome.told(
                "Erased for good would be: " + whatGoes + ".", "Type " + line + " to do that.");
    }

    private static CompletableFuture<Outcome> setInChat(Spot spot, List<String> words) {
        Session session = spot.session();
        ChatInfo chat = ChatActions.info(spot);
        @Nullable Integer days = words.getFirst().equals(DEFAULT) ? null : days(words);
        int effective = days == null ? session.retentionDays() : days;
        if (effective > 0 && !isSure(words)) {
            String line = "/retention chat " + words.getFirst() + " " + YES;
            return session.operations()
                    .retention(effective)
                    .thenApply(rules -> asked(told(inChat(rules, chat.id())), line))
                    // A chat's owner need not be one who may have everything counted.
                    .exceptionallyCompose(failure -> unlessRefused(failure, asked(OLDER, line)));
        }
        String now = days == null ? "as long as everywhere" : kept(days);
        return session.chat(chat.id())
                .keep(days)
                .thenApply(_ -> Outcome.evident("Messages are kept here " + now + "."));
    }

    private static Sum inChat(Retention rules, LogId chat) {
        return rules.chats().stream()
                .filter(one -> one.chat().equals(chat))
                .map(InChat::sum)
                .findFirst()
                .orElse(new Sum(0, 0));
    }
}

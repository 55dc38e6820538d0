package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.protocol.Limits;
import chatbois.protocol.LogLevel;
import chatbois.protocol.Reply.Status;
import chatbois.protocol.event.EventBody.ShutdownCalledOff;
import chatbois.protocol.event.EventBody.ShutdownPlanned;
import chatbois.protocol.view.PlannedEnd;
import chatbois.terminal.text.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is done with the server itself: looking how it is, the log level, shutdown and restart.
final class ServerActions {
    private static final int MINUTES = 5;
    private static final int SECONDS = 60;
    private static final int MOST_MINUTES = Limits.COUNTDOWN / SECONDS;

    private ServerActions() {}

    static CompletableFuture<Outcome> run(Session session, List<String> words) {
        if (words.isEmpty()) {
            return status(session);
        }
        if (!words.getFirst().equals("files")) {
            throw WrongUsage.of(Verb.SERVER);
        }
        return FileRuleActions.run(session, words.subList(1, words.size()));
    }

    private static CompletableFuture<Outcome> status(Session session) {
        return session.operations()
                .status()
                .thenApply(status -> Outcome.listed(table(status, session.snapshot()), List.of()));
    }

    private static Table table(Status status, Snapshot community) {
        Instant started = Instant.ofEpochMilli(status.started());
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("version", status.version()));
        rows.add(List.of("started", started));
        rows.add(List.of("up for", Duration.between(started, Instant.ofEpochMilli(status.now()))));
        rows.add(List.of("connections", status.connections()));
        rows.add(List.of("members connected", status.members()));
        rows.add(List.of("members", community.members().size()));
        rows.add(List.of("events in the last minute", status.events()));
        rows.add(List.of("events per second", perSecond(status.events())));
        rows.add(List.of("heap used", new Amount(status.memory().used())));
        rows.add(List.of("heap at most", new Amount(status.memory().most())));
        if (status.memory().resident() != null) {
            rows.add(List.of("process in memory", new Amount(status.memory().resident())));
        }
        rows.add(List.of("database", new Amount(status.disk().store())));
        rows.add(List.of("disk free", new Amount(status.disk().free())));
        rows.add(List.of("logs", status.logs().count()));
        rows.add(List.of("events", status.logs().events()));
        rows.add(List.of("events in the largest log", status.logs().largest()));
        rows.add(List.of("files", status.files().count()));
        rows.add(List.of("bytes of files", new Amount(status.files().bytes())));
        rows.add(List.of("last backup", lastBackup(status)));
        rows.add(List.of("log level", word(status.logLevel())));
        rows.add(List.of("planned", planned(community.plannedEnd())));
        return new Table(List.of("what", "value"), rows);
    }

    private static double perSecond(long events) {
        return Math.round(events * 10.0 / SECONDS) / 10.0;
    }

    private static Object lastBackup(Status status) {
        return status.lastBackup() == null ? "never" : status.lastBackup().time();
    }

    private static String planned(@Nullable PlannedEnd end) {
        if (end == null) {
            return "nothing";
        }
        return end.word() + " at " + Moments.minute(end.at()) + because(end.reason());
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    static CompletableFuture<Outcome> logLevel(Session session, String typed) {
        if (typed.isEmpty()) {
            return session.operations()
                    .status()
                    .thenApply(status ->
                            Outcome.told(
                                    "The log level is "
                                            + word(status.logLevel())
                                            + "; there are: "
                                            + words()
                                            + "."));
        }
        LogLevel level =
                Arrays.stream(LogLevel.values())
                        .filter(each -> word(each).equals(typed.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "There is no log level " + typed + ", only: " + words()));
        return session.operations()
                .setLogLevel(level)
                .thenApply(_ -> Outcome.told("The log level is " + word(level) + " now."));
    }

    private static String words() {
        return Arrays.stream(LogLevel.values())
                .map(ServerActions::word)
                .collect(Collectors.joining(", "));
    }

    private static String word(LogLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /// Plans an end: `[MINUTES] [REASON]`.
    static CompletableFuture<Outcome> end(Session session, List<String> words, boolean restart) {
        Optional<Integer> typed = words.stream().findFirst().flatMap(ServerActions::minutes);
        int minutes = typed.orElse(MINUTES);
        List<String> reason = typed.isPresent() ? words.subList(1, words.size()) : words;
        ShutdownPlanned planned =
                new ShutdownPlanned(minutes * SECONDS, restart, String.join(" ", reason));
        return session.change(planned)
                .thenApply(_ ->
                        Outcome.told(
                                "The server "
                                        + (restart ? "restarts " : "shuts down ")
                                        + when(minutes)
                                        + "; everybody is told. /calloff calls it off."));
    }

    /// The minutes, if a number is typed; one that can't be meant is no reason, either.
    private static Optional<Integer> minutes(String typed) {
        if (!Term.isNumeric(typed)) {
            return Optional.empty();
        }
        int minutes = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : MOST_MINUTES + 1;
        if (minutes > MOST_MINUTES) {
            throw new WrongUsage(
                    "MINUTES is a number from 0, for now, to %d, a week.".formatted(MOST_MINUTES));
        }
        return Optional.of(minutes);
    }

    private static String when(int minutes) {
        return switch (minutes) {
            case 0 -> "now";
            case 1 -> "in a minute";
            default -> "in " + minutes + " minutes";
        };
    }

    static CompletableFuture<Outcome> callOff(Session session) {
        return session.change(new ShutdownCalledOff())
                .thenApply(_ -> Outcome.told("The server goes on; everybody is told."));
    }
}

package chatbois.terminal.line;

import chatbois.client.Communities;
import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.alert.Alerts;
import chatbois.terminal.alert.Looking;
import chatbois.terminal.alert.Wishes;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Sentences;
import chatbois.terminal.command.Spot;
import chatbois.terminal.command.Verb;
import chatbois.terminal.setting.ConfigFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Tells what happens and does what is typed, one line after the other, on one thread.
///
/// A line is held back until it is known where the member is, and until the command before it is
/// done, so that `/go` and what is said after it come out right in a pipe, too.
final class Talking {
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);
    private static final Duration TO_SEND = Duration.ofSeconds(30);
    private static final int MOST_UNDER_WAY = 100;
    private static final String RING = "\u0007";

    private final Communities communities;
    private final Moved moved;
    private final Actions actions;
    private final Clock clock;
    private final ConfigFile config;
    private final Bell bell;
    private final PrintStream out;
    private final boolean attended;
    private final int room;
    private final Reporter reporter;
    private final Deque<String> typed = new ArrayDeque<>();
    private final Alerts alerts = new Alerts();
    private Instant typedAt = Instant.EPOCH;
    private @Nullable Spot here;

    /// Up to which event there is something to be told before the end.
    private final Map<Spot, Long> unheardUpTo = new HashMap<>();

    private int underWay;
    private boolean commanding;
    private boolean inputEnded;
    private boolean allDone;
    private boolean failed;
    private boolean warnedOfLoss;
    private long deadline;
    private OptionalInt ended = OptionalInt.empty();

    /// @param room the columns of somebody who reads what is printed, so that it counts as read; as
    ///   many as there can be if nobody does
    Talking(
            Communities communities,
            Clock clock,
            ConfigFile config,
            Bell bell,
            PrintStream out,
            int room) {
        this.communities = communities;
        this.moved = new Moved(clock, bell::ring);
        this.actions = new Actions(communities, clock, config, moved);
        this.clock = clock;
        this.config = config;
        this.bell = bell;
        this.out = out;
        this.attended = room < Integer.MAX_VALUE;
        this.room = room;
        this.reporter =
                new Reporter(communities, new Listeners(bell), config, out, ZoneId.systemDefault());
    }

    int run(BufferedReader in) throws InterruptedException {
        Thread.ofPlatform().daemon().name("line-input").start(() -> read(in));
        deadline = clock.millis() + TO_CONNECT.toMillis();
        bell.ring();
        while (ended.isEmpty()) {
            long until = Math.min(deadline, moved.due());
            News news = bell.next(Math.max(until - clock.millis(), 0));
            if (news != null) {
                take(news);
            } else if (clock.millis() >= deadline) {
                late();
            }
            moved.line().ifPresent(line -> out.println(Wording.line(line)));
            work();
            out.flush();
        }
        return ended.getAsInt();
    }

    private void read(BufferedReader in) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                bell.put(new News.Typed(line));
            }
        } catch (IOException _) {
            // Then there is nothing more to read.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        bell.add(new News.InputEnded());
    }

    private void take(News news) {
        switch (news) {
            case News.Changed() -> changed();
            case News.Typed(String line) -> {
                typedAt = clock.instant();
                if (!overtakes(line)) {
                    typed.add(line);
                }
            }
            case News.InputEnded() -> {
                inputEnded = true;
                waitOn();
            }
            case News.Heard heard -> heard(heard);
            case News.Done(Input input, Outcome outcome) -> {
                settled(input);
                done(outcome);
            }
            case News.Failed(Input input, String sentence) -> {
                settled(input);
                failed = true;
                out.println(Wording.line(sentence));
                if (input instanceof Input.Say(String text)) {
                    out.println(Wording.line("not sent: " + text));
                }
            }
        }
    }

    // What the sessions tell.

    private void changed() {
        // Asked before, so that what is told first is what it goes by.
        boolean settled = reporter.isSettled();
        reporter.report();
        if (attended) {
            communities.sessions().forEach(session -> session.company().attendance().here());
        }
        if (here == null && settled) {
            arrive();
        } else if (here != null) {
            reporter.listen(here);
        }
        ring();
    }

    /// Rings for who is looking elsewhere; this terminal never says whether somebody is.
    private void ring() {
        Looking looking = new Looking(/* told= */ false, /* focused= */ false, typedAt);
        boolean wanted =
                !alerts.of(
                                communities.sessions().stream().map(Session::snapshot).toList(),
                                looking,
                                Wishes.USUAL,
                                clock.instant(),
                                ZoneId.systemDefault())
                        .isEmpty();
        if (wanted && attended) {
            out.print(RING);
        }
    }

    /// Time is up: for the connection, or for what was still to be sent.
    private void late() {
        if (here == null) {
            arrive();
        } else if (moved.last() + TO_SEND.toMillis() > clock.millis()) {
            deadline = moved.last() + TO_SEND.toMillis();
        } else {
            int waiting = underWay + typed.size();
            if (waiting > 0) {
                out.println("Lines that were not sent: " + waiting + ".");
            }
            ended = OptionalInt.of(waiting > 0 || failed ? 1 : 0);
        }
    }

    private void arrive() {
        Spot spot =
                reporter.newestChat()
                        .orElseGet(() -> new Spot(communities.sessions().getFirst(), null));
        deadline = Long.MAX_VALUE;
        goTo(spot);
        waitOn();
    }

    private void goTo(Spot spot) {
        here = spot;
        long upTo = reporter.arrived(spot);
        if (upTo > 0) {
            await(spot, upTo);
        }
        reporter.listen(spot);
    }

    private void heard(News.Heard heard) {
        Snapshot community = heard.session().snapshot();
        Spot spot = new Spot(heard.session(), heard.chat());
        ChatInfo chat = spot.info().orElse(null);
        Entry entry = heard.entry();
        reporter.heard(heard.chat(), entry.seq());
        unheardUpTo.computeIfPresent(spot, (_, to) -> to > entry.seq() ? to : null);
        if (chat != null) {
            if (!heard.known()) {
                out.println(reporter.wording().entry(community, chat, entry));
            }
            if (attended && spot.equals(here)) {
                heard.session().markRead(heard.chat(), entry.seq());
            }
        }
    }

    // What is typed.

    /// Does what can be done of what was typed.
    private void work() {
        while (here != null && !commanding && underWay < MOST_UNDER_WAY && !typed.isEmpty()) {
            run(here, typed.remove());
            bell.begun();
        }
        boolean nothingLeft = typed.isEmpty() && underWay == 0;
        if (inputEnded && nothingLeft && here != null && ended.isEmpty()) {
            tellTheLast();
        }
    }

    /// Ends when what came of all that was typed is told, too.
    private void tellTheLast() {
        if (!allDone) {
            allDone = true;
            reporter.unheard().forEach(this::await);
        }
        // Of a chat that was left nothing more is told.
        unheardUpTo.keySet().removeIf(spot -> spot.info().isEmpty());
        if (unheardUpTo.isEmpty()) {
            ended = OptionalInt.of(failed ? 1 : 0);
        }
    }

    private void await(Spot spot, long event) {
        unheardUpTo.merge(spot, event, Math::max);
    }

    /// Whoever sits here doesn't wait for a file to say that it is to be stopped, or that they want
    /// to go. In a pipe everything has its turn.
    private boolean overtakes(String line) {
        Spot spot = here;
        if (!attended || spot == null || !actions.areFilesUnderWay()) {
            return false;
        }
        boolean now =
                Input.read(line) instanceof Input.Run(Verb verb, _, _)
                        && (verb == Verb.CANCEL || verb == Verb.QUIT);
        if (now) {
            run(spot, line);
            bell.begun();
        }
        return now;
    }

    private void run(Spot spot, String line) {
        if (line.isBlank()) {
            return;
        }
        try {
            start(spot, Input.read(config.now().aliases().expanded(line)));
        } catch (IllegalArgumentException e) {
            failed = true;
            out.println(Wording.line(String.valueOf(e.getMessage())));
        }
    }

    private void start(Spot spot, Input input) {
        underWay++;
        commanding = !(input instanceof Input.Say);
        Session session = spot.session();
        actions.run(input, spot)
                .whenComplete((outcome, failure) ->
                        bell.add(
                                failure == null
                                        ? new News.Done(input, outcome)
                                        : new News.Failed(input, Sentences.of(failure))));
        Snapshot community = session.snapshot();
        if (community.pending() > 0 && !(community.state() instanceof SessionState.Online)) {
            out.println("waiting for the connection: " + community.pending() + ".");
        }
    }

    private void settled(Input input) {
        underWay--;
        commanding &= input instanceof Input.Say;
        waitOn();
    }

    /// After the end of the input, waits as long as there is progress.
    private void waitOn() {
        if (inputEnded) {
            deadline = clock.millis() + TO_SEND.toMillis();
        }
    }

    private void done(Outcome outcome) {
        switch (outcome) {
            case Outcome.Told _, Outcome.Listed _, Outcome.Copied _ ->
                    outcome.text(room).forEach(line -> out.println(Wording.line(line)));
            case Outcome.Evident _ -> {}
            case Outcome.WentTo(Spot to, var lines, String say) -> {
                lines.forEach(line -> out.println(Wording.line(line)));
                goTo(to);
                if (!say.isEmpty()) {
                    start(to, new Input.Say(say));
                }
            }
            case Outcome.Quit() -> quit();
        }
    }

    private void quit() {
        int pending = communities.sessions().stream().mapToInt(s -> s.snapshot().pending()).sum();
        String files = actions.areFilesUnderWay() ? "files are on their way" : "";
        String messages = pending > 0 ? "not sent yet: " + pending : "";
        String both = files.isEmpty() || messages.isEmpty() ? "" : ", and ";
        if (!(messages + files).isEmpty() && !warnedOfLoss) {
            warnedOfLoss = true;
            out.println(messages + both + files + "; /quit again to lose them.");
        } else {
            ended = OptionalInt.of(0);
        }
    }
}

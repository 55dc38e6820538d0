package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Presence;
import chatbois.protocol.Sighting;
import chatbois.protocol.event.EventBody.Announced;
import chatbois.protocol.event.EventBody.RoleMade;
import chatbois.protocol.event.EventBody.RoleRemoved;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.view.Device;
import chatbois.protocol.view.Member;
import chatbois.protocol.view.Panic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is done with the community as a whole.
final class CommunityActions {
    /// Typed instead of a text, to have none.
    private static final String NOTHING = "-";

    private final Clock clock;

    CommunityActions(Clock clock) {
        this.clock = clock;
    }

    CompletableFuture<Outcome> welcome(Session session, String text) {
        if (text.isEmpty()) {
            String now = session.snapshot().settings().welcome();
            return CompletableFuture.completedFuture(
                    Outcome.told(
                            now.isEmpty() ? "Newcomers are told nothing." : "Welcome: " + now));
        }
        String said = text.equals(NOTHING) ? "" : text;
        return change(
                session,
                SettingsChanged.welcome(said),
                said.isEmpty()
                        ? "Newcomers are told nothing now."
                        : "Newcomers are told that now.");
    }

    CompletableFuture<Outcome> panic(Session session, String typed) {
        if (typed.isEmpty()) {
            return CompletableFuture.completedFuture(levels(session));
        }
        if (!typed.matches("[0-9]")) {
            throw new WrongUsage("Type /panic and a level from 5 (peace) to 1.");
        }
        int level = Integer.parseInt(typed);
        return change(session, SettingsChanged.panic(level), "The panic level is " + level + ".");
    }

    private static Outcome levels(Session session) {
        int now = session.snapshot().settings().panic().level();
        List<List<Object>> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int level = Panic.PEACE.level(); level >= Panic.WORST; level--) {
            String meaning = new Panic(level).meaning();
            rows.add(List.of(level, level == now, meaning));
            lines.add("%s %d  %s".formatted(level == now ? ">" : " ", level, meaning));
        }
        Table table = new Table(List.of("level", "now", "meaning"), rows);
        return new Outcome.Listed(table, lines);
    }

    CompletableFuture<Outcome> announce(Session session, String text) {
        return change(session, new Announced(text), "Everybody is told.");
    }

    CompletableFuture<Outcome> makeRole(Session session, List<String> words, Verb verb) {
        if (words.size() < 2 || !words.get(1).matches("[0-9]{1,3}")) {
            throw WrongUsage.of(verb);
        }
        List<String> permissions =
                words.subList(2, words.size()).stream()
                        .flatMap(word -> List.of(word.split(",")).stream())
                        .filter(word -> !word.isEmpty())
                        .toList();
        RoleMade made = new RoleMade(words.getFirst(), Integer.parseInt(words.get(1)), permissions);
        boolean known =
                session.snapshot().roles().stream()
                        .anyMatch(role -> role.name().equals(made.name()));
        return change(
                session,
                made,
                known
                        ? "The role " + made.name() + " has changed, for all who have it."
                        : "There is a role " + made.name() + " now; /role gives it.");
    }

    CompletableFuture<Outcome> removeRole(Session session, String name) {
        return change(session, new RoleRemoved(name), "There is no role " + name + " any more.");
    }

    private static CompletableFuture<Outcome> change(
            Session session, chatbois.protocol.event.EventBody.InCommunity body, String sentence) {
        return session.change(body).thenApply(_ -> Outcome.told(sentence));
    }

    /// Who is connected, since when, how long idle; for who may see it, from which device and
    /// address.
    CompletableFuture<Outcome> who(Session session) {
        return session.operations()
                .presences()
                .thenCompose(presences ->
                        sightings(session, presences)
                                .thenApply(seen -> who(session, presences, seen)));
    }

    /// How those are there; of nobody if it can't be asked.
    private static CompletableFuture<List<Sighting>> sightings(
            Session session, List<Presence> presences) {
        List<MemberId> some =
                presences.stream().map(Presence::member).distinct().limit(Limits.WATCHED).toList();
        return session.company().attendance().see(some).exceptionally(_ -> List.of());
    }

    private Outcome who(Session session, List<Presence> presences, List<Sighting> seen) {
        boolean details = presences.stream().anyMatch(presence -> presence.device() != null);
        List<String> columns = new ArrayList<>(List.of("member", "status", "since", "idle"));
        if (details) {
            columns.addAll(List.of("device", "address"));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Presence presence : presences) {
            rows.add(row(session, presence, seen, details));
        }
        rows.sort((a, b) ->
                String.CASE_INSENSITIVE_ORDER.compare(
                        a.getFirst().toString(), b.getFirst().toString()));
        return Outcome.listed(new Table(columns, rows), List.of());
    }

    private List<Object> row(
            Session session, Presence presence, List<Sighting> seen, boolean details) {
        Duration idle = Duration.ofMillis(Math.max(0, clock.millis() - presence.idleSince()));
        List<Object> row = new ArrayList<>();
        row.add(session.nameOf(presence.member()));
        row.add(status(session, presence.member(), seen));
        row.add(Instant.ofEpochMilli(presence.since()));
        row.add(idle);
        if (details) {
            row.add(device(session.snapshot(), presence));
            row.add(presence.address() == null ? "" : presence.address());
        }
        return row;
    }

    /// What the member says of themselves, and of being away.
    private String status(Session session, MemberId member, List<Sighting> seen) {
        Stream<String> says =
                session.snapshot().members().stream()
                        .filter(known -> known.id().equals(member))
                        .map(Member::status);
        Stream<String> away =
                seen.stream()
                        .filter(one -> one.member().equals(member))
                        .filter(one -> one.state() == Sighting.State.AWAY)
                        .map(one -> Whereabouts.words(one, clock.instant()));
        return Stream.concat(says, away)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String device(Snapshot community, Presence presence) {
        var key = presence.device();
        if (key == null) {
            return "";
        }
        String label =
                community.members().stream()
                        .filter(member -> member.id().equals(presence.member()))
                        .flatMap(member -> member.device(key).stream())
                        .map(Device::label)
                        .findFirst()
                        .orElse("");
        return ModerationActions.shortKey(key) + (label.isEmpty() ? "" : " (" + label + ")");
    }
}

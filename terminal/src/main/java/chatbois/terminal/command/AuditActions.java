package chatbois.terminal.command;

import chatbois.client.session.Deed;
import chatbois.client.session.Session;
import chatbois.log.MemberId;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.protocol.view.Member;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the trail: the community's own log, in words.
final class AuditActions {
    /// More would fill a screen's memory; filters find the rest.
    private static final int MOST = 500;

    /// What is asked for; null for everything.
    private record Filter(@Nullable String name, @Nullable String action, @Nullable Instant since) {
        boolean takes(Deed deed, Set<MemberId> meant) {
            return (name == null || meant.stream().anyMatch(member -> concerns(deed, member)))
                    && (action == null || AuditActions.action(deed).contains(action))
                    && (since == null || deed.time() >= since.toEpochMilli());
        }

        private static boolean concerns(Deed deed, MemberId member) {
            return deed.author().equals(member)
                    || deed.body() instanceof EventBody.OnMember on && on.member().equals(member);
        }
    }

    private final Clock clock;

    AuditActions(Clock clock) {
        this.clock = clock;
    }

    CompletableFuture<Outcome> run(Session session, List<String> words) {
        Filter filter = filter(words);
        return Later.run("audit", () -> read(session, filter));
    }

    private static Outcome read(Session session, Filter filter) throws IOException {
        List<Deed> all = session.deeds();
        Set<MemberId> meant = filter.name == null ? Set.of() : called(session, filter.name, all);
        FormerNames names = new FormerNames(session::nameOf);
        AuditWording wording = new AuditWording(names::now);
        Deque<List<Object>> rows = new ArrayDeque<>();
        int found = 0;
        for (Deed deed : all) {
            names.before(deed);
            if (filter.takes(deed, meant)) {
                found++;
                rows.addLast(row(deed, wording));
            }
            if (rows.size() > MOST) {
                rows.removeFirst();
            }
            names.after(deed);
        }
        Table table =
                new Table(
                        List.of("event", "when", "who", "device", "action", "what"),
                        List.copyOf(rows));
        return Outcome.listed(table, footer(found, rows.size()));
    }

    private static List<Object> row(Deed deed, AuditWording wording) {
        return List.of(
                deed.seq(),
                Instant.ofEpochMilli(deed.time()),
                wording.author(deed.author()),
                ModerationActions.shortKey(deed.device()),
                action(deed),
                wording.of(deed.body()));
    }

    /// The member of that name, or everybody who ever had it.
    private static Set<MemberId> called(Session session, String typed, List<Deed> all) {
        String plain = typed.startsWith("@") ? typed.substring(1) : typed;
        Set<MemberId> now =
                session.snapshot().members().stream()
                        .filter(member -> member.name().value().equalsIgnoreCase(plain))
                        .map(Member::id)
                        .collect(Collectors.toSet());
        Set<MemberId> meant = now.isEmpty() ? FormerNames.everCalled(plain, all) : now;
        if (meant.isEmpty()) {
            throw new WrongUsage(
                    "Nobody here is or was called "
                            + plain
                            + ", and no action is; /help audit lists the actions.");
        }
        return meant;
    }

    private static List<String> footer(int found, int shown) {
        if (found == 0) {
            return List.of("Nothing like that was done here.");
        }
        return found == shown
                ? List.of()
                : List.of(
                        "The newest %d of %d; filter by member, action or time: /audit ben ban 7d"
                                .formatted(shown, found));
    }

    private Filter filter(List<String> words) {
        String name = null;
        String action = null;
        Instant since = null;
        for (String word : words) {
            if (word.matches("[1-9][0-9]{0,4}[mhdw]")) {
                since = ago(word);
            } else if (isAction(word)) {
                action = word.toLowerCase(Locale.ROOT);
            } else {
                name = word;
            }
        }
        return new Filter(name, action, since);
    }

    private Instant ago(String length) {
        Instant now = clock.instant();
        long millis = Term.parse(List.of(length), now).until() - now.toEpochMilli();
        return now.minusMillis(millis);
    }

    private static boolean isAction(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return !word.startsWith("@") && actions().stream().anyMatch(all -> all.contains(plain));
    }

    /// What can be asked for.
    static List<String> actions() {
        return Arrays.stream(Kind.values())
                .filter(kind -> EventBody.InCommunity.class.isAssignableFrom(kind.type()))
                .map(AuditActions::word)
                .toList();
    }

    private static String action(Deed deed) {
        return word(Kind.of(deed.body()));
    }

    /// `member-banned`.
    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

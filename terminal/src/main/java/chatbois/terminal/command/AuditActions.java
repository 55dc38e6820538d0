package chatbois.terminal.command;

import chatbois.client.session.Deed;
import chatbois.client.session.Session;
import chatbois.log.MemberId;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Reads the trail: the community's own log, in words.
final class AuditActions {
    /// More would fill a screen's memory; filters find the rest.
    private static final int MOST = 500;

    /// What is asked for; null for everything.
    private record Filter(
            @Nullable MemberId member, @Nullable String action, @Nullable Instant since) {
        boolean takes(Deed deed) {
            return (member == null || concerns(deed, member))
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
        Filter filter = filter(session, words);
        return Later.run("audit", () -> read(session, filter));
    }

    private static Outcome read(Session session, Filter filter) throws IOException {
        List<Deed> found = session.deeds().stream().filter(filter::takes).toList();
        List<Deed> shown = found.subList(Math.max(0, found.size() - MOST), found.size());
        List<List<Object>> rows = new ArrayList<>();
        AuditWording wording = new AuditWording(session::nameOf);
        for (Deed deed : shown) {
            rows.add(
                    List.of(
                            deed.seq(),
                            Instant.ofEpochMilli(deed.time()),
                            wording.author(deed.author()),
                            ModerationActions.shortKey(deed.device()),
                            action(deed),
                            wording.of(deed.body())));
        }
        Table table = new Table(List.of("event", "when", "who", "device", "action", "what"), rows);
        return Outcome.listed(table, footer(found.size(), shown.size()));
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

    private Filter filter(Session session, List<String> words) {
        MemberId member = null;
        String action = null;
        Instant since = null;
        for (String word : words) {
            if (word.matches("[1-9][0-9]{0,4}[mhdw]")) {
                since = ago(word);
            } else if (isAction(word)) {
                action = word.toLowerCase(Locale.ROOT);
            } else {
                member = ModerationActions.member(session, word).id();
            }
        }
        return new Filter(member, action, since);
    }

    private Instant ago(String length) {
        Instant now = clock.instant();
        long millis = Term.parse(List.of(length), now).until() - now.toEpochMilli();
        return now.minusMillis(millis);
    }

    private static boolean isAction(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (EventBody.InCommunity.class.isAssignableFrom(kind.type())
                    && word(kind).contains(plain)
                    && !word.startsWith("@")) {
                return true;
            }
        }
        return false;
    }

    private static String action(Deed deed) {
        return word(Kind.of(deed.body()));
    }

    /// `member-banned`.
    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

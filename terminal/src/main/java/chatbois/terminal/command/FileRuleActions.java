package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.protocol.Reply;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.view.FileRules;
import chatbois.terminal.text.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows and sets which files the server takes: `/server files`. What would remove some is done
/// only with a `yes` behind it.
final class FileRuleActions {
    private static final Pattern SIZE =
            Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,3})?) ?(b|bytes|kb|mb|gb|tb)?");
    private static final Map<String, Long> UNITS =
            Map.of("kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L, "tb", 1_000_000_000_000L);
    private static final String FOREVER = "forever";
    private static final String NONE = "none";
    private static final String YES = "yes";

    private FileRuleActions() {}

    /// @param words those behind `files`
    static CompletableFuture<Outcome> run(Session session, List<String> words) {
        if (words.isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.told(rules(session)));
        }
        if (words.size() < 2) {
            throw wrong();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "limit" -> set(session, new FilesSet(size(rest), null, null));
            case "quota" -> set(session, new FilesSet(null, size(rest), null));
            case "days" -> days(session, rest);
            default -> throw wrong();
        };
    }

    private static WrongUsage wrong() {
        return new WrongUsage(
                "Type /server files limit SIZE, quota SIZE, or days DAYS; SIZE as 20 MB or none, DAYS"
                        + " as 90 or forever.");
    }

    private static String rules(Session session) {
        FileRules now = session.files().rules();
        FilesSet all = new FilesSet(now.limit(), now.quota(), now.days());
        return "Files: " + FileWording.of(all) + ".";
    }

    private static CompletableFuture<Outcome> set(Session session, FilesSet set) {
        return session.change(set).thenApply(_ -> Outcome.told(rules(session)));
    }

    private static CompletableFuture<Outcome> days(Session session, List<String> words) {
        int days = days(words.getFirst());
        boolean sure = words.size() > 1 && words.getLast().equals(YES);
        if (days > 0 && !sure) {
            return session.operations().oldFiles(days).thenApply(old -> asked(days, old));
        }
        return set(session, new FilesSet(null, null, days));
    }

    private static Outcome asked(int days, Reply.OldFiles old) {
        String now =
                switch ((int) Math.min(old.count(), 2)) {
                    case 0 -> "no file now";
                    case 1 -> "one file now, of " + new Amount(old.bytes());
                    default ->
                            "%d files now, of %s".formatted(old.count(), new Amount(old.bytes()));
                };
        return Outcome.told(
                "Removed for good would be %s, and each that gets older than %s; their messages stay."
                        .formatted(now, days == 1 ? "a day" : days + " days"),
                "Type /server files days " + days + " yes to do that.");
    }

    private static int days(String typed) {
        if (typed.equals(FOREVER)) {
            return 0;
        }
        if (!typed.matches("[1-9][0-9]{0,4}")) {
            throw wrong();
        }
        return Integer.parseInt(typed);
    }

    private static long size(List<String> words) {
        String typed = String.join(" ", words).toLowerCase(Locale.ROOT);
        if (typed.equals(NONE)) {
            return 0;
        }
        Matcher size = SIZE.matcher(typed);
        if (!size.matches()) {
            throw wrong();
        }
        long unit = size.group(2) == null ? 1 : UNITS.getOrDefault(size.group(2), 1L);
        return new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
    }
}

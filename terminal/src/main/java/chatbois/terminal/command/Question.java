package chatbois.terminal.command;

import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Sought;
import chatbois.protocol.Sought.Attached;
import chatbois.protocol.Sought.Term;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody typed to look for, read: words, "exact words", `word*`, `-word`, `from:NAME`,
/// `in:CHAT`, `before:DATE`, `after:DATE`, `has:link`, `has:code`, `has:file`, `has:picture`.
final class Question {
    private static final Pattern FILTER =
            Pattern.compile("(-?)(from|in|before|after|has):(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGO = Pattern.compile("([1-9][0-9]{0,4})([mhdw])");

    private final Spot spot;
    private final Instant now;
    private final ZoneId zone;
    private final List<Term> terms = new ArrayList<>();
    private @Nullable MemberId from;
    private @Nullable LogId in;
    private long after;
    private long before;
    private boolean link;
    private boolean code;
    private @Nullable Attached attached;

    private Question(Spot spot, Instant now, ZoneId zone) {
        this.spot = spot;
        this.now = now;
        this.zone = zone;
    }

    /// Reads it, from that place; throws what is wrong with it in a sentence.
    static Sought parse(String typed, Spot spot, Instant now, ZoneId zone) {
        Question question = new Question(spot, now, zone);
        split(typed).forEach(question::take);
        return question.sought();
    }

    private Sought sought() {
        if (terms.size() > Limits.SEARCH_TERMS) {
            throw new WrongUsage("Look for at most " + Limits.SEARCH_TERMS + " words at once.");
        }
        if (terms.stream().mapToInt(term -> term.text().length()).sum() > Limits.SEARCH_TEXT) {
            throw new WrongUsage(
                    "That is too long; look for at most " + Limits.SEARCH_TEXT + " characters.");
        }
        Sought sought = new Sought(terms, from, in, after, before, link, code, attached);
        if (!sought.asksForSomething()) {
            throw new WrongUsage(
                    "Say what to look for: a word, \"exact words\", word*, from:NAME, has:link,"
                            + " has:code, has:file, has:picture; or for all messages in:CHAT, before:DATE or after:DATE.");
        }
        return sought;
    }

    /// Splits at white space, except inside of double quotes, which stay.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : (text + " ").toCharArray()) {
            quoted ^= c == '"';
            if (!Character.isWhitespace(c) || quoted) {
                part.append(c);
            } else if (!part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        if (quoted) {
            throw new WrongUsage(
                    "A quote is not closed; type \"exact words\" with one at each end.");
        }
        return parts;
    }

    private void take(String part) {
        Matcher filter = FILTER.matcher(part);
        if (!filter.matches()) {
            term(part);
            return;
        }
        String name = filter.group(2).toLowerCase(Locale.ROOT);
        String value = filter.group(3).replace("\"", "");
        if (!filter.group(1).isEmpty()) {
            throw new WrongUsage("Only words can be left out, as in -word; not " + name + ":.");
        }
        if (value.isEmpty()) {
            throw new WrongUsage("Type something right behind " + name + ":, without a blank.");
        }
        switch (name) {
            case "from" -> from(value);
            case "in" -> in(value);
            case "has" -> has(value);
            case "after" -> after = start(value, name);
            default -> before = start(value, name);
        }
    }

    private void term(String part) {
        boolean without = part.length() > 1 && part.startsWith("-");
        String rest = without ? part.substring(1) : part;
        boolean beginning = rest.length() > 1 && rest.endsWith("*");
        String text = rest.substring(0, rest.length() - (beginning ? 1 : 0)).replace("\"", "");
        if (text.isBlank()) {
            throw new WrongUsage("There is nothing between the quotes.");
        }
        terms.add(new Term(text.strip(), beginning, without));
    }

    private void from(String name) {
        if (from != null) {
            throw new WrongUsage("Say from: once; it takes one member.");
        }
        Session session = spot.session();
        from =
                name.equalsIgnoreCase("me")
                        ? session.snapshot().me().id()
                        : ModerationActions.member(session, name).id();
    }

    private void in(String name) {
        if (in != null) {
            throw new WrongUsage("Say in: once; it takes one chat.");
        }
        in = name.equalsIgnoreCase("here") ? ChatActions.chat(spot) : chat(name);
    }

    private LogId chat(String typed) {
        Snapshot community = spot.session().snapshot();
        String name = typed.replaceFirst("^[#@]", "");
        List<ChatInfo> called =
                community.chats().stream()
                        .filter(chat -> chat.isCalled(name))
                        .filter(chat -> !typed.startsWith("#") || !chat.direct())
                        .filter(chat -> !typed.startsWith("@") || chat.direct())
                        .toList();
        if (called.isEmpty()) {
            throw new WrongUsage(
                    "You are in no chat called %s here; a name with blanks goes in quotes: in:\"two words\"."
                            .formatted(typed));
        }
        if (called.size() > 1) {
            throw new WrongUsage(
                    called.size()
                            + " of your chats are called "
                            + typed
                            + "; say which one: in:%s.".formatted(titles(called)));
        }
        return called.getFirst().id();
    }

    private static String titles(List<ChatInfo> chats) {
        return chats.stream()
                .map(chat -> (chat.direct() ? "@" : "#") + chat.title())
                .collect(Collectors.joining(" or in:"));
    }

    private void has(String what) {
        switch (what.toLowerCase(Locale.ROOT)) {
            case "link" -> link = true;
            case "code" -> code = true;
            case "file" -> attached = attached == null ? Attached.FILE : attached;
            case "picture" -> attached = Attached.PICTURE;
            default ->
                    throw new WrongUsage(
                            "Type has:link, has:code, has:file or has:picture; there is no has:"
                                    + what);
        }
    }

    /// When the day, month or year begins that was typed, or that long ago.
    private long start(String typed, String name) {
        String plain = typed.toLowerCase(Locale.ROOT);
        Matcher ago = AGO.matcher(plain);
        if (ago.matches()) {
            return now.minus(length(ago)).toEpochMilli();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day =
                switch (plain) {
                    case "today" -> today;
                    case "yesterday" -> today.minusDays(1);
                    default ->
                            day(plain)
                                    .orElseThrow(() ->
                                            new WrongUsage(
                                                    "%s: takes a day as 2026-11-25, a month as 2026-11, a year, today, yesterday, or 7d, 12h, 2w ago."
                                                            .formatted(name)));
                };
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private static Duration length(Matcher ago) {
        long number = Long.parseLong(ago.group(1));
        return switch (ago.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return switch (typed.length()) {
                case 4 -> Optional.of(Year.parse(typed).atDay(1));
                case 7 -> Optional.of(YearMonth.parse(typed).atDay(1));
                case 10 -> Optional.of(LocalDate.parse(typed));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package chatbois.terminal.setting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of the member's own that stand for a command, or for something to say.
///
/// @param texts what each name stands for, without the slash
public record Aliases(Map<String, String> texts) {
    /// As long as nobody has made one.
    public static final Aliases NONE = new Aliases(Map.of());

    /// The table of the file.
    static final String TABLE = "aliases";

    /// More are not kept.
    static final int MOST = 100;

    private static final int LONGEST = 1000;

    /// A line grows no longer than this, as much as a message can hold.
    private static final int LONGEST_LINE = 16 * 1024;

    private static final Pattern NAME = Pattern.compile("[\\p{Alpha}][a-z0-9_-]{0,29}");
    private static final Pattern PLACE = Pattern.compile("\\$(?:(\\*)|([1-9])(-?))");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public Aliases {
        texts = Map.copyOf(texts);
    }

    /// As it is written, whether somebody typed it with a slash or not.
    public static String name(String typed) {
        String plain = typed.startsWith("/") ? typed.substring(1) : typed;
        return plain.toLowerCase(Locale.ROOT);
    }

    /// Why that can't be one, in a sentence; nothing if it can.
    ///
    /// @param isCommand whether the program has such a command itself
    static Optional<String> obstacle(String name, String text, Predicate<String> isCommand) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    "An alias is called by letters, digits, - and _, at most 30, a letter first.");
        }
        if (isCommand.test(name)) {
            return Optional.of("/" + name + " is a command; an alias can't hide it.");
        }
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ')) {
            return Optional.of(
                    "An alias stands for one line of at most %d characters.".formatted(LONGEST));
        }
        return Optional.empty();
    }

    /// Why an alias stands for nothing, in a sentence, if it leads back to itself.
    Optional<String> circle(String name) {
        List<String> way = new ArrayList<>(List.of("/" + name));
        Optional<String> next = next(name);
        while (next.isPresent() && way.size() <= texts.size()) {
            way.add("/" + next.get());
            if (next.get().equals(name)) {
                return Optional.of("leads in a circle: " + String.join(", ", way) + ".");
            }
            next = next(next.get());
        }
        return Optional.empty();
    }

    /// The alias that one begins with.
    private Optional<String> next(String name) {
        return Optional.ofNullable(texts.get(name))
                .filter(text -> text.startsWith("/"))
                .map(text -> name(BLANKS.split(text, 2)[0]))
                .filter(texts::containsKey);
    }

    /// These and one more, or one that is another now.
    Aliases with(String name, String text) {
        Map<String, String> more = new HashMap<>(texts);
        more.put(name, text);
        return new Aliases(more);
    }

    /// These but some.
    Aliases without(Set<String> names) {
        Map<String, String> fewer = new HashMap<>(texts);
        fewer.keySet().removeAll(names);
        return new Aliases(fewer);
    }

    /// The line that is meant: as it was typed, unless it begins with an alias, in whose place then
    /// stands what it is for, which may begin with another.
    ///
    /// `$1` to `$9` are the words behind it, which it can't do without, `$2-` those from the second
    /// on, `$*` all, which may be none; without any of these all are put at the end.
    ///
    /// @throws IllegalArgumentException if words are missing, it leads in a circle or becomes too
    ///   long
    public String expanded(String line) {
        Set<String> used = new HashSet<>();
        String now = line;
        while (now.startsWith("/") && !now.startsWith("//")) {
            String[] parts = BLANKS.split(now.substring(1), 2);
            String name = parts[0].toLowerCase(Locale.ROOT);
            String text = texts.get(name);
            if (text == null) {
                return now;
            }
            if (!used.add(name)) {
                throw new IllegalArgumentException("The alias /" + name + " leads in a circle.");
            }
            String given = parts.length > 1 ? parts[1].strip() : "";
            List<String> words = given.isEmpty() ? List.of() : List.of(BLANKS.split(given));
            if (words.size() < needed(text)) {
                throw new IllegalArgumentException(
                        "Type /%s%s; it is an alias for: %s"
                                .formatted(name, " WORD".repeat(needed(text)), text));
            }
            now = filled(text, given, words);
        }
        return now;
    }

    /// How many words have to stand behind it.
    private static int needed(String text) {
        return PLACE.matcher(text)
                .results()
                .filter(place -> place.group(2) != null && place.group(3).isEmpty())
                .mapToInt(place -> Integer.parseInt(place.group(2)))
                .max()
                .orElse(0);
    }

    private static String filled(String text, String given, List<String> words) {
        Matcher places = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        boolean placed = false;
        int at = 0;
        while (places.find()) {
            filled.append(text, at, places.start()).append(words(places, given, words));
            placed = true;
            at = places.end();
            check(filled.length());
        }
        filled.append(text, at, text.length());
        String line = placed || given.isEmpty() ? filled.toString() : filled + " " + given;
        check(line.length());
        return line.strip();
    }

    private static void check(int length) {
        if (length > LONGEST_LINE) {
            throw new IllegalArgumentException("What the alias stands for becomes too long.");
        }
    }

    private static String words(Matcher place, String given, List<String> words) {
        if (place.group(1) != null) {
            return given;
        }
        int from = Integer.parseInt(place.group(2)) - 1;
        if (from >= words.size()) {
            return "";
        }
        return place.group(3).isEmpty()
                ? words.get(from)
                : String.join(" ", words.subList(from, words.size()));
    }

    /// In the order of their names.
    public SortedMap<String, String> sorted() {
        return new TreeMap<>(texts);
    }
}

package chatbois.terminal.setting;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of the file, as somebody has written them: finds where something stands, and changes
/// that line alone.
///
/// It only looks at what a line begins with. Where that isn't enough, as in a text of several
/// lines, a change comes out wrong; therefore [ConfigFile] reads what comes out before it saves it.
record ConfigText(List<String> lines) {
    private static final String PART = "(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+')";
    private static final Pattern PARTS = Pattern.compile(PART);
    private static final String PATH = PART + "(?:\\s*\\.\\s*" + PART + ")*+";
    private static final Pattern HEADER =
            Pattern.compile("\\s*\\[\\s*(" + PATH + ")\\s*]\\s*(?:#.*)?");
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(\\s*)("
                            + PATH
                            + ")(\\s*=\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^#]*?)(\\s*(?:#.*)?)");
    private static final Pattern SUGGESTED = Pattern.compile("#\\s*(" + PATH + ")\\s*=.*");

    ConfigText {
        lines = List.copyOf(lines);
    }

    static ConfigText of(String text) {
        return new ConfigText(text.lines().toList());
    }

    /// What a member finds who has set nothing yet: everything that there is, with nothing set.
    static ConfigText fresh() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Settings of chatbois. A line counts without the # before it; what is wrong is");
        lines.add("# told when the program starts. /set shows and changes the same while it runs.");
        String table = "";
        for (Setting setting : Setting.values()) {
            if (!setting.spot().table().equals(table)) {
                table = setting.spot().table();
                lines.addAll(List.of("", "[" + table + "]"));
            }
            lines.addAll(List.of("", "# " + setting.sentence()));
            lines.add("# It is " + setting.kind().form() + ".");
            lines.add(suggestion(setting));
        }
        keys(lines);
        lines.addAll(
                List.of(
                        "",
                        "# Words of your own that stand for a command or a text: $1, $2 are the words",
                        "# behind it, $2- those from the second on, $* all. /alias lists and makes them.",
                        "[" + Aliases.TABLE + "]",
                        "#hi = \"Hello $*!\""));
        return new ConfigText(lines);
    }

    private static void keys(List<String> lines) {
        lines.addAll(
                List.of(
                        "",
                        "# Which key does what, on the screen; several keys with commas, two that are",
                        "# pressed one after the other with a blank between them, none for no key:",
                        "#   next-chat = \"ctrl+n, f6\"",
                        "#   editor = \"ctrl+x ctrl+e, f8\"",
                        "# A key that you choose is taken from what it usually does. /keys shows them all.",
                        "[" + Config.KEYS + "]"));
        for (Where where : Where.values()) {
            lines.addAll(List.of("", "# " + where.title()));
            Arrays.stream(Action.values())
                    .filter(action -> action.where() == where)
                    .forEach(action -> lines.add(suggestion(action) + "  # " + action.help()));
        }
    }

    private static String suggestion(Action action) {
        String keys = Toml.quoted(Stroke.words(action.standard()));
        return "#" + action.word() + " = " + keys;
    }

    private static Optional<String> suggestion(Spot spot) {
        return spot.table().equals(Config.KEYS)
                ? Action.named(spot.name()).map(ConfigText::suggestion)
                : Setting.named(spot.toString()).map(ConfigText::suggestion);
    }

    private static String suggestion(Setting setting) {
        return "#" + setting.spot().name() + " = " + setting.kind().written(setting.standard());
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /// In which line it stands, counted from 1; 0 if that is not found.
    int lineOf(Spot spot) {
        return place(spot, /* suggested= */ false).orElse(-1) + 1;
    }

    /// The same with another value, as it is written in TOML.
    ConfigText with(Spot spot, String value) {
        OptionalInt set = place(spot, /* suggested= */ false);
        if (set.isPresent()) {
            return replaced(set.getAsInt(), valueReplaced(lines.get(set.getAsInt()), value));
        }
        String line = Toml.name(spot.name()) + " = " + value;
        OptionalInt suggested = place(spot, /* suggested= */ true);
        return suggested.isPresent()
                ? replaced(suggested.getAsInt(), line)
                : inserted(spot.table(), line);
    }

    private static String valueReplaced(String line, String value) {
        Matcher entry = ENTRY.matcher(line);
        return entry.matches()
                ? entry.group(1) + entry.group(2) + entry.group(3) + value + entry.group(5)
                : line;
    }

    /// The same without it; of a setting a suggestion stays behind.
    ConfigText without(Spot spot) {
        OptionalInt set = place(spot, /* suggested= */ false);
        if (set.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(lines);
        all.remove(set.getAsInt());
        boolean known = place(spot, /* suggested= */ true).isPresent();
        suggestion(spot)
                .filter(_ -> !known)
                .ifPresent(suggestion -> all.add(set.getAsInt(), suggestion));
        return new ConfigText(all);
    }

    private ConfigText replaced(int place, String line) {
        List<String> all = new ArrayList<>(lines);
        all.set(place, line);
        return new ConfigText(all);
    }

    /// Puts a line behind the last one of a table, which may be a new table at the end.
    private ConfigText inserted(String table, String line) {
        List<String> all = new ArrayList<>(lines);
        String now = "";
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = HEADER.matcher(lines.get(i));
            now = header.matches() ? header.group(1) : now;
            boolean counts = header.matches() || ENTRY.matcher(lines.get(i)).matches();
            last = counts && parts(now).equals(List.of(table)) ? i : last;
        }
        if (last < 0) {
            all.addAll(List.of("", "[" + table + "]"));
            last = all.size() - 1;
        }
        all.add(last + 1, line);
        return new ConfigText(all);
    }

    private OptionalInt place(Spot spot, boolean suggested) {
        List<String> wanted = parts(spot);
        List<String> table = List.of();
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = HEADER.matcher(lines.get(i));
            Matcher entry = (suggested ? SUGGESTED : ENTRY).matcher(lines.get(i));
            if (header.matches()) {
                table = parts(header.group(1));
            } else if (entry.matches()) {
                List<String> path = new ArrayList<>(table);
                path.addAll(parts(entry.group(suggested ? 1 : 2)));
                if (path.size() >= wanted.size() && path.subList(0, wanted.size()).equals(wanted)) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static List<String> parts(Spot spot) {
        return spot.table().isEmpty() ? List.of(spot.name()) : List.of(spot.table(), spot.name());
    }

    private static List<String> parts(String path) {
        return PARTS.matcher(path).results().map(part -> plain(part.group())).toList();
    }

    private static String plain(String part) {
        if (part.startsWith("'")) {
            return part.substring(1, part.length() - 1);
        }
        return part.startsWith("\"")
                ? part.substring(1, part.length() - 1).replaceAll("\\\\(.)", "$1")
                : part;
    }
}

package chatbois.terminal.setting;

import chatbois.terminal.cell.Color;
import chatbois.terminal.cell.Ink;
import chatbois.terminal.cell.Theme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A theme that a member wrote: `base`, `background`, and a colour for each ink that is to be
/// another one than the base's. All that is right in it counts, all that is wrong is told.
///
/// @param problems sentences with the line
record ThemeFile(Theme theme, List<String> problems) {
    private static final int MOST_PROBLEMS = 10;

    /// In the order of the palette; each has a bright one, too.
    private static final List<String> NAMES =
            List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");

    private static final String COLOR =
            "a colour: \"#rrggbb\", a number from 0 to 255, \"default\", or one of "
                    + String.join(", ", NAMES)
                    + ", each also with bright- before it";

    ThemeFile {
        problems = List.copyOf(problems);
    }

    /// @param name how the file is called in problems
    static ThemeFile read(String name, String text) {
        try {
            return new Reader(name, ConfigText.of(text)).take(Toml.read(text));
        } catch (Toml.Wrong e) {
            String why = "this is not TOML (" + e.getMessage() + "); nothing of it counts.";
            return new ThemeFile(Theme.DARK, List.of(place(name, e.line()) + why));
        }
    }

    private static String place(String name, int line) {
        return name + (line > 0 ? ", line " + line + ": " : ": ");
    }

    static Optional<Color> color(Object value) {
        return switch (value) {
            case Long number when number >= 0 && number <= 255 ->
                    Optional.of(Color.indexed(number.intValue()));
            case String word -> color(word.toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    private static Optional<Color> color(String word) {
        if (word.matches("#[0-9a-f]{6}")) {
            return Optional.of(Color.rgb(Integer.parseInt(word.substring(1), 16)));
        }
        if (word.equals("default")) {
            return Optional.of(Color.DEFAULT);
        }
        boolean bright = word.startsWith("bright-");
        int index = NAMES.indexOf(bright ? word.substring("bright-".length()) : word);
        return index < 0
                ? Optional.empty()
                : Optional.of(Color.indexed(bright ? index + 8 : index));
    }

    /// Goes through the values of one file.
    private static final class Reader {
        private final String name;
        private final ConfigText text;
        private final Map<Ink, Color> inks = new EnumMap<>(Ink.class);
        private final List<String> problems = new ArrayList<>();
        private Theme base = Theme.DARK;

        Reader(String name, ConfigText text) {
            this.name = name;
            this.text = text;
        }

        ThemeFile take(Map<Spot, Object> values) {
            values.forEach((spot, value) -> {
                if (spot.toString().equals("base")) {
                    base(spot, value);
                }
            });
            values.forEach(this::value);
            return new ThemeFile(base.with(inks), problems);
        }

        private void value(Spot spot, Object value) {
            String word = spot.toString();
            Ink ink = Ink.named(word).orElse(null);
            if (word.equals("background")) {
                background(spot, value);
            } else if (ink != null) {
                color(value)
                        .ifPresentOrElse(
                                color -> inks.put(ink, color),
                                () -> problem(spot, word + " is " + COLOR + "."));
            } else if (!word.equals("base")) {
                problem(spot, word + " is nothing that a theme has; it has " + vocabulary() + ".");
            }
        }

        private void base(Spot spot, Object value) {
            switch (value) {
                case String word when word.equals("dark") -> base = Theme.DARK;
                case String word when word.equals("light") -> base = Theme.LIGHT;
                default -> problem(spot, "base is \"dark\" or \"light\"; it stays \"dark\".");
            }
        }

        private void background(Spot spot, Object value) {
            if (color(value).orElse(null) instanceof Color.Rgb(int rgb)) {
                if (Theme.isDark(rgb) == base.dark()) {
                    base = base.on(rgb);
                } else {
                    problem(spot, "this background is not as dark or light as the base.");
                }
            } else {
                problem(spot, "background is a colour such as \"#1e1e1e\".");
            }
        }

        private void problem(Spot spot, String sentence) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(place(name, text.lineOf(spot)) + sentence);
            }
        }

        private static String vocabulary() {
            return Stream.concat(
                            Stream.of("base", "background"), Stream.of(Ink.values()).map(Ink::word))
                    .collect(Collectors.joining(", "));
        }
    }
}

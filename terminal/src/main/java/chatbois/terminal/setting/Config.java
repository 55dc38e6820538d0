package chatbois.terminal.setting;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Binder;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.cell.Theme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the file says: all that is right in it counts, all that is wrong is told.
///
/// @param problems sentences with the line
/// @param themes those that can be chosen
public record Config(
        Settings settings,
        Bindings bindings,
        Aliases aliases,
        List<String> problems,
        Themes themes) {
    /// As long as there is no file.
    public static final Config NONE = wrong(List.of());

    /// The table of the file in which keys are bound.
    static final String KEYS = "keys";

    private static final int MOST_PROBLEMS = 10;

    public Config(Settings settings, Bindings bindings, Aliases aliases, List<String> problems) {
        this(settings, bindings, aliases, problems, Themes.NONE);
    }

    public Config {
        problems = List.copyOf(problems);
    }

    /// @param name how the file is called in problems
    /// @param isCommand whether the program has such a command itself
    static Config read(String name, String text, Predicate<String> isCommand) {
        try {
            return new Reader(name, ConfigText.of(text), isCommand).take(Toml.read(text));
        } catch (Toml.Wrong e) {
            return wrong(
                    List.of(
                            place(name, e.line())
                                    + "this is not TOML ("
                                    + e.getMessage()
                                    + "); nothing of the file counts until it is."));
        }
    }

    /// Nothing of it counts.
    static Config wrong(List<String> problems) {
        return new Config(Settings.STANDARD, Bindings.STANDARD, Aliases.NONE, problems);
    }

    static Spot spot(Action action) {
        return new Spot(KEYS, action.word());
    }

    /// The same with the member's own themes, and what is wrong with the one that is chosen.
    Config with(Themes all) {
        List<String> more = new ArrayList<>(problems);
        more.addAll(all.problems(settings.value(Setting.LOOKS_THEME)));
        return new Config(settings, bindings, aliases, more, all);
    }

    /// The theme that is chosen; nothing for the one that goes with the terminal's background.
    public Optional<Theme> theme() {
        return themes.named(settings.value(Setting.LOOKS_THEME));
    }

    private static String place(String name, int line) {
        return name + (line > 0 ? ", line " + line + ": " : ": ");
    }

    /// Goes through the values of one file.
    private static final class Reader {
        private final String name;
        private final ConfigText text;
        private final Predicate<String> isCommand;
        private final Map<Setting, String> chosen = new EnumMap<>(Setting.class);
        private final Binder keys = new Binder(this::inLine);
        private final Map<String, String> aliases = new HashMap<>();
        private final List<String> problems = new ArrayList<>();
        private int untold;

        Reader(String name, ConfigText text, Predicate<String> isCommand) {
            this.name = name;
            this.text = text;
            this.isCommand = isCommand;
        }

        Config take(Map<Spot, Object> values) {
            values.forEach((spot, value) -> {
                switch (spot.table()) {
                    case KEYS -> key(spot, value);
                    case Aliases.TABLE -> alias(spot, value);
                    default -> setting(spot, value);
                }
            });
            Aliases all = new Aliases(aliases);
            Set<String> circling = circling(values.keySet(), all);
            if (untold > 0) {
                problems.add(name + ": " + untold + " more lines are wrong.");
            }
            return new Config(
                    new Settings(chosen), keys.bindings(), all.without(circling), problems);
        }

        /// Those that lead back to themselves, after each is told.
        private Set<String> circling(Set<Spot> spots, Aliases all) {
            Set<String> circling = new HashSet<>();
            for (Spot spot : spots) {
                String alias = Aliases.name(spot.name());
                if (spot.table().equals(Aliases.TABLE)) {
                    all.circle(alias)
                            .ifPresent(why -> {
                                circling.add(alias);
                                problem(spot, "the alias /" + alias + " " + why);
                            });
                }
            }
            return circling;
        }

        private void setting(Spot spot, Object value) {
            Setting setting = Setting.named(spot.toString()).orElse(null);
            if (setting == null) {
                problem(spot, unknown(spot.toString()));
                return;
            }
            setting.kind()
                    .ofFile(value)
                    .ifPresentOrElse(
                            right -> chosen.put(setting, right),
                            () -> problem(spot, wrong(setting, value)));
        }

        private void key(Spot spot, Object value) {
            Action action = Action.named(spot.name()).orElse(null);
            if (action == null) {
                problem(spot, spot.name() + " is nothing that a key can do; /keys lists what is.");
            } else if (value instanceof String typed) {
                bind(spot, action, typed);
            } else if (value instanceof Toml.Texts(List<String> all)) {
                bind(spot, action, String.join(",", all));
            } else {
                problem(spot, action.word() + " takes keys in quotes: \"ctrl+g, f6\".");
            }
        }

        private void alias(Spot spot, Object value) {
            if (value instanceof String words && aliases.size() < Aliases.MOST) {
                String alias = Aliases.name(spot.name());
                Aliases.obstacle(alias, words, isCommand)
                        .ifPresentOrElse(
                                why -> problem(spot, why), () -> aliases.put(alias, words));
            } else {
                problem(spot, "an alias stands for a text in quotes, and there are at most 100.");
            }
        }

        private void bind(Spot spot, Action action, String keys) {
            this.keys.bind(action, keys).forEach(sentence -> problem(spot, sentence));
        }

        private String inLine(Action action) {
            int line = text.lineOf(spot(action));
            return line > 0 ? " (line " + line + ")" : "";
        }

        private void problem(Spot spot, String sentence) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(place(name, text.lineOf(spot)) + sentence);
            } else {
                untold++;
            }
        }

        private static String wrong(Setting setting, Object value) {
            String given =
                    switch (value) {
                        case String word -> Toml.quoted(word);
                        case Toml.Deeper _, Toml.Texts _ -> "what stands there";
                        default -> value.toString();
                    };
            return "%s is %s, not %s; it stays %s."
                    .formatted(setting.title(), setting.kind().form(), given, setting.standard());
        }
    }

    /// There is no such setting; perhaps another one was meant.
    public static String unknown(String typed) {
        List<String> like = Setting.like(typed);
        return typed
                + " is no setting; "
                + (like.isEmpty() ? "/set lists them." : String.join(", ", like) + "?");
    }
}

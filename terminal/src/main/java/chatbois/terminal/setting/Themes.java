package chatbois.terminal.setting;

import chatbois.client.home.Home;
import chatbois.terminal.cell.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The themes that there are: those that come with the program, and the member's own.
///
/// @param own what the files say, by their names without the ending
public record Themes(Map<String, ThemeFile> own) {
    /// Nobody wrote one.
    public static final Themes NONE = new Themes(Map.of());

    /// The folder beside the settings.
    static final String FOLDER = "themes";

    public static final String AUTO = "auto";
    private static final String ENDING = ".toml";
    private static final List<String> BUILT_IN = List.of(AUTO, "dark", "light");

    /// More files are not looked at.
    private static final int MOST = 50;

    public Themes {
        own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
    }

    static Themes read(Home home) {
        Map<String, ThemeFile> own = new LinkedHashMap<>();
        for (String file : files(home)) {
            String path = FOLDER + "/" + file;
            try {
                home.text(path)
                        .read()
                        .ifPresent(text -> own.put(name(file), ThemeFile.read(path, text)));
            } catch (IOException e) {
                String why = path + " can't be read: " + e.getMessage() + ".";
                own.put(name(file), new ThemeFile(Theme.DARK, List.of(why)));
            }
        }
        return new Themes(own);
    }

    private static List<String> files(Home home) {
        try {
            return home.names(FOLDER).stream()
                    .filter(file -> file.endsWith(ENDING))
                    .filter(file -> Kind.isWord(name(file)) && !BUILT_IN.contains(name(file)))
                    .limit(MOST)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static String name(String file) {
        return file.substring(0, file.length() - ENDING.length());
    }

    /// All that can be chosen.
    public List<String> names() {
        return Stream.concat(BUILT_IN.stream(), own.keySet().stream()).toList();
    }

    /// The one with that name; nothing for the one that goes with the terminal's background, which
    /// also stands for one that there is not.
    public Optional<Theme> named(String name) {
        return switch (name) {
            case "dark" -> Optional.of(Theme.DARK);
            case "light" -> Optional.of(Theme.LIGHT);
            default -> Optional.ofNullable(own.get(name)).map(ThemeFile::theme);
        };
    }

    /// What is wrong with the one that is chosen, in sentences.
    public List<String> problems(String chosen) {
        if (BUILT_IN.contains(chosen)) {
            return List.of();
        }
        ThemeFile file = own.get(chosen);
        return file != null
                ? file.problems()
                : List.of(
                        "There is no theme "
                                + chosen
                                + ": it would be "
                                + FOLDER
                                + "/"
                                + chosen
                                + ENDING
                                + " beside config.toml. /theme lists those that there are.");
    }

    /// What one is, in a few words.
    public String about(String name) {
        return switch (name) {
            case AUTO -> "goes with the terminal's background";
            case "dark", "light" -> "for a " + name + " background";
            default -> about(own.get(name));
        };
    }

    private static String about(@Nullable ThemeFile file) {
        int wrong = file == null ? 0 : file.problems().size();
        return "yours" + (wrong == 0 ? "" : "; lines that are wrong: " + wrong);
    }

    /// Where the member's own are.
    public static Path folder(Path config) {
        return config.resolveSibling(FOLDER);
    }
}

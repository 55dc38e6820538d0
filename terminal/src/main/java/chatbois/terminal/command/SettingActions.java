package chatbois.terminal.command;

import chatbois.terminal.setting.Config;
import chatbois.terminal.setting.ConfigFile;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.setting.Settings;
import chatbois.terminal.setting.Themes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// What is typed about settings.
final class SettingActions {
    private static final String BACK = "default";

    /// What binds a key here, as in the file.
    private static final String KEYS = "keys.";

    /// What holds for a chat or a community and not for all of them, and so is not in the file.
    private static final List<Verb> ELSEWHERE = List.of(Verb.NOTIFY, Verb.QUIET, Verb.PRIVACY);

    private final ConfigFile file;
    private final KeyActions keys;
    private final Programs programs = Programs.real();

    SettingActions(ConfigFile file, KeyActions keys) {
        this.file = file;
        this.keys = keys;
    }

    CompletableFuture<Outcome> set(List<String> words) {
        if (words.isEmpty()) {
            return CompletableFuture.completedFuture(list());
        }
        if (words.getFirst().startsWith(KEYS)) {
            return keys.run(
                    words.getFirst().substring(KEYS.length())
                            + " "
                            + String.join(" ", words.subList(1, words.size())));
        }
        if (words.getFirst().equalsIgnoreCase(Setting.LOOKS_THEME.title()) && words.size() == 2) {
            return theme(words.subList(1, 2));
        }
        Verb elsewhere = Verb.named(words.getFirst()).filter(ELSEWHERE::contains).orElse(null);
        if (elsewhere != null) {
            return CompletableFuture.completedFuture(pointTo(elsewhere, words));
        }
        Setting setting =
                Setting.named(words.getFirst())
                        .orElseThrow(() -> new WrongUsage(Config.unknown(words.getFirst())));
        if (words.size() == 1) {
            return CompletableFuture.completedFuture(explain(setting));
        }
        String typed = String.join(" ", words.subList(1, words.size()));
        return Later.run("set", () -> set(setting, typed));
    }

    private static Outcome pointTo(Verb verb, List<String> words) {
        List<String> rest = words.subList(1, words.size());
        if (!rest.isEmpty()) {
            throw new WrongUsage(
                    "Nothing was changed: that has a command of its own, /%s %s"
                            .formatted(verb.word(), String.join(" ", rest)));
        }
        return Outcome.told("That has a command of its own.", about(verb));
    }

    private static String about(Verb verb) {
        return verb.form() + "  " + verb.help();
    }

    /// Lists the themes, or takes one, as it is written by now.
    CompletableFuture<Outcome> theme(List<String> words) {
        return words.isEmpty()
                ? CompletableFuture.completedFuture(themes())
                : Later.run("set", () -> theme(words.getFirst().toLowerCase(Locale.ROOT)));
    }

    private Outcome theme(String name) throws Exception {
        Outcome set = set(Setting.LOOKS_THEME, name);
        Config now = file.now();
        List<String> problems = now.themes().problems(now.settings().value(Setting.LOOKS_THEME));
        return problems.isEmpty()
                ? set
                : Outcome.told(
                        Stream.concat(set.text().stream(), problems.stream())
                                .toArray(String[]::new));
    }

    private Outcome themes() {
        Themes themes = file.themes();
        String chosen = file.now().settings().value(Setting.LOOKS_THEME);
        Table table =
                new Table(
                        List.of("theme", "chosen", "what it is"),
                        themes.names().stream()
                                .map(name ->
                                        List.<Object>of(
                                                name,
                                                name.equals(chosen) ? "yes" : "",
                                                themes.about(name)))
                                .toList());
        return Outcome.listed(
                table,
                List.of(
                        "/theme THEME takes one at once. One of your own is a file "
                                + Themes.folder(file.path()).resolve("NAME.toml")
                                + ":",
                        "base = \"dark\" or \"light\", and a colour for each part that is to be another."
                                + " docs/terminal.md lists the parts."));
    }

    private Outcome set(Setting setting, String typed) throws Exception {
        if (setting == Setting.LOOKS_THEME) {
            checkTheme(typed);
        }
        if (typed.equals(BACK)) {
            file.reset(setting);
        } else {
            file.set(
                    setting,
                    setting.kind()
                            .ofTyped(typed)
                            .orElseThrow(() ->
                                    new WrongUsage(
                                            "%s is %s."
                                                    .formatted(
                                                            setting.title(),
                                                            setting.kind().form()))));
        }
        String value = file.now().settings().value(setting);
        String now = "%s is %s now.".formatted(setting.title(), value);
        boolean isLost =
                setting == Setting.WRITING_EDITOR
                        && !value.equals(setting.standard())
                        && programs.lack(value);
        return isLost
                ? Outcome.told(
                        now,
                        "But there is no such program here; install it, or /set %s another one."
                                .formatted(setting.title()))
                : Outcome.told(now);
    }

    /// Files that were written after the start count, too.
    private void checkTheme(String typed) {
        List<String> names = file.themes().names();
        if (!typed.equals(BACK) && !names.contains(typed.toLowerCase(Locale.ROOT))) {
            throw new WrongUsage(
                    "There is no theme "
                            + typed
                            + ". There are: "
                            + String.join(", ", names)
                            + ". Your own would be "
                            + Themes.folder(file.path()).resolve(typed + ".toml")
                            + ".");
        }
    }

    private Outcome list() {
        Settings settings = file.now().settings();
        Table table =
                new Table(
                        List.of("setting", "value", "from", "what it is"),
                        Arrays.stream(Setting.values())
                                .map(setting ->
                                        List.<Object>of(
                                                setting.title(),
                                                settings.value(setting),
                                                settings.isChosen(setting) ? "you" : BACK,
                                                setting.sentence(keys.bindings())))
                                .toList());
        List<String> below = new ArrayList<>();
        below.add("/set SETTING VALUE changes one; it is kept in " + file.path() + ".");
        below.add("/set SETTING default takes it back. /keys lists and binds keys.");
        below.add("What holds for one chat or community has a command of its own:");
        ELSEWHERE.forEach(verb -> below.add(about(verb)));
        return Outcome.listed(table, below);
    }

    private Outcome explain(Setting setting) {
        Settings settings = file.now().settings();
        String origin =
                settings.isChosen(setting)
                        ? ", as you have set it; the default is " + setting.standard() + "."
                        : ", the default.";
        return Outcome.told(
                setting.sentence(keys.bindings()),
                "%s is %s. It is %s now%s"
                        .formatted(
                                setting.title(),
                                setting.kind().form(),
                                settings.value(setting),
                                origin));
    }
}

package chatbois.terminal.command;

import chatbois.terminal.setting.Config;
import chatbois.terminal.setting.ConfigFile;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.setting.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What is typed about settings.
final class SettingActions {
    private static final String BACK = "default";

    /// What binds a key here, as in the file.
    private static final String KEYS = "keys.";

    private final ConfigFile file;
    private final KeyActions keys;

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
        Setting setting =
                Setting.named(words.getFirst())
                        .orElseThrow(() -> new WrongUsage(Config.unknown(words.getFirst())));
        if (words.size() == 1) {
            return CompletableFuture.completedFuture(explain(setting));
        }
        String typed = String.join(" ", words.subList(1, words.size()));
        return Later.run("set", () -> set(setting, typed));
    }

    private Outcome set(Setting setting, String typed) throws Exception {
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
        return Outcome.told(
                "%s is %s now.".formatted(setting.title(), file.now().settings().value(setting)));
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
                                                setting.sentence()))
                                .toList());
        return Outcome.listed(
                table,
                List.of(
                        "/set SETTING VALUE changes one; it is kept in " + file.path() + ".",
                        "/set SETTING default takes it back. /keys lists and binds keys."));
    }

    private Outcome explain(Setting setting) {
        Settings settings = file.now().settings();
        String origin =
                settings.isChosen(setting)
                        ? ", as you have set it; the default is " + setting.standard() + "."
                        : ", the default.";
        return Outcome.told(
                setting.sentence(),
                "%s is %s. It is %s now%s"
                        .formatted(
                                setting.title(),
                                setting.kind().form(),
                                settings.value(setting),
                                origin));
    }
}

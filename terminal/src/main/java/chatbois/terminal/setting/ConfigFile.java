package chatbois.terminal.setting;

import chatbois.client.home.Home;
import chatbois.client.home.TextFile;
import chatbois.terminal.binding.Action;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The member's `config.toml`: read once at the start, and changed a line at a time when they set
/// something; before that, it need not be there. Safe for any thread.
public final class ConfigFile {
    private static final String NAME = "config.toml";

    private final Home home;
    private final TextFile file;
    private final Predicate<String> isCommand;
    private final ReentrantLock turn = new ReentrantLock();

    @GuardedBy("turn")
    private Consumer<Config> listener = _ -> {};

    private volatile Config now;

    /// @param isCommand whether the program has such a command itself, that no alias may hide
    public ConfigFile(Home home, Predicate<String> isCommand) {
        this.home = home;
        this.isCommand = isCommand;
        file = home.text(NAME);
        now = read();
    }

    private Config read() {
        try {
            Config config =
                    file.read().map(text -> Config.read(NAME, text, isCommand)).orElse(Config.NONE);
            return config.with(Themes.read(home));
        } catch (IOException e) {
            String why = "The settings can't be read: " + e.getMessage() + ".";
            return Config.wrong(List.of(why));
        }
    }

    /// Who is told of every change, by the thread that makes it.
    public void onChange(Consumer<Config> told) {
        turn.lock();
        try {
            listener = told;
        } finally {
            turn.unlock();
        }
    }

    /// What counts.
    public Config now() {
        return now;
    }

    /// The themes that there are by now.
    public Themes themes() {
        return Themes.read(home);
    }

    public Path path() {
        return file.path();
    }

    /// Sets one, at once and for ever; makes the file if there is none.
    public void set(Setting setting, String value) throws IOException {
        change(
                text -> text.with(setting.spot(), setting.kind().written(value)),
                config ->
                        config.settings().isChosen(setting)
                                && config.settings().value(setting).equals(value));
    }

    /// Takes a setting back.
    public void reset(Setting setting) throws IOException {
        change(
                text -> text.without(setting.spot()),
                config -> !config.settings().isChosen(setting));
    }

    /// Binds an action to keys, as they are written; they replace those that it had.
    public void bind(Action action, String keys) throws IOException {
        change(
                text -> text.with(Config.spot(action), Toml.quoted(keys)),
                config -> config.bindings().chosen(action).isPresent());
    }

    /// Gives an action its usual keys again.
    public void unbind(Action action) throws IOException {
        change(
                text -> text.without(Config.spot(action)),
                config -> config.bindings().chosen(action).isEmpty());
    }

    /// Lets a word stand for a line.
    ///
    /// @throws IllegalArgumentException if it can't be one
    public void alias(String name, String text) throws IOException {
        Aliases.obstacle(name, text, isCommand)
                .or(() ->
                        now.aliases()
                                .with(name, text)
                                .circle(name)
                                .map(why -> "Nothing was changed: /" + name + " " + why))
                .ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
        change(
                before -> before.with(new Spot(Aliases.TABLE, name), Toml.quoted(text)),
                config -> text.equals(config.aliases().texts().get(name)));
    }

    public void unalias(String name) throws IOException {
        change(
                text -> text.without(new Spot(Aliases.TABLE, name)),
                config -> !config.aliases().texts().containsKey(name));
    }

    private void change(UnaryOperator<ConfigText> edit, Predicate<Config> isDone)
            throws IOException {
        turn.lock();
        try {
            ConfigText before = file.read().map(ConfigText::of).orElseGet(ConfigText::fresh);
            ConfigText after = edit.apply(before);
            Config then = Config.read(NAME, after.text(), isCommand);
            if (!isDone.test(then)) {
                throw new IOException(
                        "Nothing was changed: in %s this can only be done by hand."
                                        .formatted(file.path())
                                + (then.problems().isEmpty()
                                        ? ""
                                        : " " + then.problems().getFirst()));
            }
            file.replace(after.text());
            now = then.with(Themes.read(home));
            listener.accept(now);
        } finally {
            turn.unlock();
        }
    }
}

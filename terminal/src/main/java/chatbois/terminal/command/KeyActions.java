package chatbois.terminal.command;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Binder;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.setting.ConfigFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// What is typed about keys.
final class KeyActions {
    private static final String BACK = "default";

    private final ConfigFile file;

    KeyActions(ConfigFile file) {
        this.file = file;
    }

    CompletableFuture<Outcome> run(String typed) {
        String[] parts = typed.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return CompletableFuture.completedFuture(list(parts[0]));
        }
        Action action =
                Action.named(parts[0])
                        .orElseThrow(() ->
                                new WrongUsage(
                                        parts[0]
                                                + " is nothing that a key can do."
                                                + Near.question(parts[0], "", words())
                                                + " /keys lists what is."));
        String keys = parts[1].replace("\"", "").strip();
        return Later.run("keys", () -> bind(action, keys));
    }

    /// Which key does what by now.
    Bindings bindings() {
        return file.now().bindings();
    }

    private static Stream<String> words() {
        return Arrays.stream(Action.values()).map(Action::word);
    }

    private Outcome bind(Action action, String keys) throws Exception {
        Bindings before = file.now().bindings();
        if (keys.equals(BACK)) {
            file.unbind(action);
        } else {
            check(action, keys, before);
            file.bind(action, keys);
        }
        Bindings now = file.now().bindings();
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s now.".formatted(action.word(), now.titles(action)));
        Arrays.stream(Action.values())
                .filter(other -> other != action)
                .filter(other -> before.strokes(other).size() > now.strokes(other).size())
                .forEach(other ->
                        lines.add("%s: %s now.".formatted(other.word(), now.titles(other))));
        return new Outcome.Told(lines);
    }

    /// Refuses what would not count if it stood in the file.
    private static void check(Action action, String keys, Bindings before) {
        Binder trial = new Binder(_ -> "; /keys takes it from there: none, or another key");
        for (Action other : Action.values()) {
            before.chosen(other).ifPresent(own -> trial.bind(other, words(own)));
        }
        List<String> problems = trial.bind(action, keys);
        if (!problems.isEmpty()) {
            throw new WrongUsage(String.join(" ", problems));
        }
    }

    private static String words(List<Stroke> strokes) {
        return strokes.isEmpty() ? Binder.NONE : Stroke.words(strokes);
    }

    private Outcome list(String word) {
        Bindings bindings = file.now().bindings();
        List<Action> found =
                Arrays.stream(Action.values())
                        .filter(action -> isAbout(action, bindings, word.toLowerCase(Locale.ROOT)))
                        .toList();
        if (found.isEmpty()) {
            return Outcome.told("No key has to do with " + word + "; /keys lists them all.");
        }
        Table table =
                new Table(
                        List.of("what", "keys", "where", "what it does"),
                        found.stream().map(action -> row(action, bindings)).toList());
        return Outcome.listed(
                table,
                List.of(
                        "These are the keys of the screen; line mode (--plain) has none.",
                        "/keys WHAT KEY binds another key, /keys WHAT default takes that back;"
                                + " kept in "
                                + file.path()
                                + "."));
    }

    private static List<Object> row(Action action, Bindings bindings) {
        return List.of(
                action.word(),
                bindings.titles(action) + (bindings.chosen(action).isPresent() ? " (you)" : ""),
                action.where().title(),
                action.help());
    }

    private static boolean isAbout(Action action, Bindings bindings, String word) {
        return action.word().contains(word)
                || action.help().toLowerCase(Locale.ROOT).contains(word)
                || stroke(word).filter(bindings.strokes(action)::contains).isPresent();
    }

    private static Optional<Stroke> stroke(String word) {
        try {
            return Optional.of(Stroke.parse(word));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

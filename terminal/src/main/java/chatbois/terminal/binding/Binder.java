package chatbois.terminal.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Takes what a member has chosen, one action after the other, and says what can't be.
public final class Binder {
    /// Gives an action no key.
    public static final String NONE = "none";

    /// More keys than anybody has for one thing.
    private static final int MOST = 12;

    private final Map<Action, List<Stroke>> chosen = new EnumMap<>(Action.class);
    private final Function<Action, String> place;

    /// @param place where the member has chosen for an action, to be put into a sentence, as `
    ///   (line 5)`; it may be empty
    public Binder(Function<Action, String> place) {
        this.place = place;
    }

    /// Gives an action the keys that are typed, and says why some of them don't count.
    public List<String> bind(Action action, String typed) {
        List<String> problems = new ArrayList<>();
        List<Stroke> keys = new ArrayList<>();
        List<String> words = typed.strip().equals(NONE) ? List.of() : List.of(typed.split(",", -1));
        if (words.size() > MOST) {
            return List.of("%s has more than %d keys.".formatted(action.word(), MOST));
        }
        for (String word : words) {
            try {
                Stroke stroke = Stroke.parse(word);
                obstacle(action, stroke).ifPresentOrElse(problems::add, () -> keys.add(stroke));
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage() + ".");
            }
        }
        if (words.isEmpty() && !action.fixed().isEmpty()) {
            problems.add(
                    "%s keeps %s, so that you can always do it."
                            .formatted(action.word(), Stroke.words(action.fixed())));
        } else if (words.isEmpty() || !keys.isEmpty()) {
            chosen.put(action, keys.stream().distinct().toList());
        }
        return problems.stream().map(problem -> problem + kept(action, keys, words)).toList();
    }

    private String kept(Action action, List<Stroke> keys, List<String> words) {
        if (!keys.isEmpty() || words.isEmpty()) {
            return "";
        }
        List<Stroke> now = bindings().strokes(action);
        return " %s keeps %s.".formatted(action.word(), now.isEmpty() ? NONE : Stroke.words(now));
    }

    private Optional<String> obstacle(Action action, Stroke stroke) {
        String key = Stroke.words(List.of(stroke));
        if (stroke.isText() && action.where().takesText()) {
            return Optional.of(
                    "%s is written there; %s takes a key with ctrl or alt, or one with a name."
                            .formatted(key, action.word()));
        }
        return always(action, stroke)
                .map(other ->
                        "%s is always %s, so that nobody gets stuck.".formatted(key, other.word()))
                .or(() ->
                        holder(action, stroke)
                                .map(other ->
                                        "%s is %s already%s."
                                                .formatted(key, other.word(), place.apply(other))));
    }

    private static Optional<Action> always(Action action, Stroke stroke) {
        return Arrays.stream(Action.values())
                .filter(other -> other != action && other.where().meets(action.where()))
                .filter(other -> other.fixed().stream().anyMatch(stroke::clashes))
                .findFirst();
    }

    private Optional<Action> holder(Action action, Stroke stroke) {
        return chosen.entrySet().stream()
                .filter(entry -> entry.getKey() != action)
                .filter(entry -> entry.getKey().where().meets(action.where()))
                .filter(entry -> entry.getValue().stream().anyMatch(stroke::clashes))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public Bindings bindings() {
        return new Bindings(chosen);
    }
}

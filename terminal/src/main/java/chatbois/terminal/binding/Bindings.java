package chatbois.terminal.binding;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which key does what, by the table and by what the member has chosen.
public final class Bindings {
    /// With nothing chosen.
    public static final Bindings STANDARD = new Bindings(Map.of());

    private static final int MOST_NAMED = 4;
    private static final int WIDEST = 24;

    private final Map<Action, List<Stroke>> chosen;
    private final Map<Action, List<Stroke>> strokes = new EnumMap<>(Action.class);
    private final Map<Where, Map<Stroke, Action>> bound = new EnumMap<>(Where.class);

    /// @param chosen what [Binder] has let through
    Bindings(Map<Action, List<Stroke>> chosen) {
        this.chosen = Map.copyOf(chosen);
        for (Action action : Action.values()) {
            List<Stroke> keys = keys(action);
            strokes.put(action, keys);
            Map<Stroke, Action> there = bound.computeIfAbsent(action.where(), _ -> new HashMap<>());
            keys.forEach(stroke -> there.put(stroke, action));
        }
    }

    private List<Stroke> keys(Action action) {
        List<Stroke> own = chosen.get(action);
        List<Stroke> keys = new ArrayList<>();
        if (own == null) {
            action.standard().stream()
                    .filter(stroke -> takerOf(action, stroke).isEmpty())
                    .forEach(keys::add);
        } else {
            keys.addAll(own);
        }
        action.fixed().stream().filter(fixed -> !keys.contains(fixed)).forEach(keys::add);
        return List.copyOf(keys);
    }

    /// Who has one of the action's standard keys by the member's choice. An action that was given
    /// what it had anyway takes nothing.
    private Optional<Action> takerOf(Action action, Stroke stroke) {
        return chosen.entrySet().stream()
                .filter(entry -> entry.getKey().where().overrides(action.where()))
                .filter(entry ->
                        entry.getValue().stream()
                                .anyMatch(taken ->
                                        taken.clashes(stroke)
                                                && !entry.getKey().standard().contains(taken)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// What that does there. A key that does nothing with shift does what it does without.
    public Optional<Action> action(Where where, Stroke stroke) {
        Map<Stroke, Action> there = bound.getOrDefault(where, Map.of());
        return Optional.ofNullable(there.get(stroke))
                .or(() -> Optional.ofNullable(there.get(withoutShift(stroke))));
    }

    private static Stroke withoutShift(Stroke stroke) {
        return stroke.isOneKey()
                        && stroke.first() instanceof Key.Named(Name name, Mods mods)
                        && mods.shift()
                ? Stroke.of(new Key.Named(name, new Mods(mods.ctrl(), mods.alt(), false)))
                : stroke;
    }

    /// Whether that key is the first of two there.
    public boolean begins(Where where, Key key) {
        return bound.getOrDefault(where, Map.of()).keySet().stream()
                .anyMatch(stroke -> !stroke.isOneKey() && stroke.first().equals(key));
    }

    /// Its keys.
    public List<Stroke> strokes(Action action) {
        return strokes.getOrDefault(action, List.of());
    }

    /// What the member has chosen for it; nothing if they have not.
    public Optional<List<Stroke>> chosen(Action action) {
        return Optional.ofNullable(chosen.get(action));
    }

    /// Its first key, to be named in a sentence.
    public String key(Action action) {
        return strokes(action).stream().findFirst().map(Stroke::toString).orElse("(no key)");
    }

    /// All of its keys, to be read.
    public String titles(Action action) {
        List<Stroke> keys = strokes(action);
        if (keys.isEmpty()) {
            return "no key";
        }
        return keys.size() > MOST_NAMED
                ? keys.getFirst() + " … " + keys.getLast()
                : keys.stream().map(Stroke::toString).collect(Collectors.joining(", "));
    }

    /// What the keys there do, a line each, those without a key left out.
    public List<String> lines(Where where) {
        return Arrays.stream(Action.values())
                .filter(action -> action.where() == where && !strokes(action).isEmpty())
                .map(this::line)
                .toList();
    }

    private String line(Action action) {
        String keys = titles(action);
        return keys + " ".repeat(Math.max(WIDEST - keys.length(), 2)) + action.help();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bindings bindings && bindings.chosen.equals(chosen);
    }

    @Override
    public int hashCode() {
        return chosen.hashCode();
    }
}

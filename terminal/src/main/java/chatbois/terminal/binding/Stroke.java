package chatbois.terminal.binding;

import chatbois.terminal.key.Key;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What is pressed to have something done: a key, or two, one after the other.
public record Stroke(List<Key> keys) {
    private static final int MOST_KEYS = 2;

    public Stroke {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("At most two keys make a binding.");
        }
    }

    public static Stroke of(Key key) {
        return new Stroke(List.of(key));
    }

    /// Reads `ctrl+k` or `ctrl+x ctrl+e`.
    public static Stroke parse(String typed) {
        String[] keys = typed.strip().split("\\s+", MOST_KEYS + 1);
        return new Stroke(Arrays.stream(keys).map(KeyName::parse).toList());
    }

    /// Reads some, separated by commas.
    public static List<Stroke> list(String typed) {
        return Arrays.stream(typed.split(",", -1)).map(Stroke::parse).distinct().toList();
    }

    /// As it is written in the file.
    public static String words(List<Stroke> strokes) {
        return strokes.stream()
                .map(stroke ->
                        stroke.keys.stream().map(KeyName::word).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    // As in Key.

    @Override
    public boolean equals(Object other) {
        return other instanceof Stroke(List<Key> its) && its.equals(keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    /// As it stands on a keyboard: `Ctrl+X Ctrl+E`.
    @Override
    public String toString() {
        return keys.stream().map(KeyName::title).collect(Collectors.joining(" "));
    }

    /// Both together.
    public Stroke then(Key key) {
        return new Stroke(List.of(keys.getFirst(), key));
    }

    public Key first() {
        return keys.getFirst();
    }

    public boolean isOneKey() {
        return keys.size() == 1;
    }

    /// Whether one of them could not be pressed without the other.
    boolean clashes(Stroke other) {
        return first().equals(other.first())
                && (isOneKey() || other.isOneKey() || keys.equals(other.keys));
    }

    /// Whether it begins with a character that is written.
    public boolean isText() {
        return first() instanceof Key.Char(int _, var mods) && !mods.ctrl() && !mods.alt();
    }
}

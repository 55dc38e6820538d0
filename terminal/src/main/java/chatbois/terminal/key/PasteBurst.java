package chatbois.terminal.key;

import chatbois.terminal.key.Key.Name;
import java.util.ArrayList;
import java.util.List;

/// Recognises a paste where the terminal does not mark it: more keys at once than anybody types,
/// with a line break among them that would send each line by itself.
///
/// A single line with its Enter is let through, for that is how a fast typist looks over a slow
/// link. Once the terminal has marked a paste it is trusted to mark them all; but so many letters
/// at once that nobody can have typed them are one either way, and are taken as quickly as one.
final class PasteBurst {
    private static final int FEWEST_KEYS = 8;

    /// More than wait when a slow line goes on after half a minute of a key that repeats itself.
    private static final int FLOOD_KEYS = 1_000;

    private static final int BURST_MILLIS = 20;
    private static final int PASTE_MILLIS = 100;

    private final List<Key> held = new ArrayList<>();
    private boolean trusted;

    /// Takes the keys of one read and gives those that are certain.
    List<Key> accept(List<Key> keys) {
        trusted |= keys.stream().anyMatch(key -> key instanceof Key.Paste);
        if (held.isEmpty() && (trusted || !looksPasted(keys))) {
            return keys.size() < FLOOD_KEYS ? keys : joined(keys);
        }
        List<Key> certain = new ArrayList<>();
        for (Key key : keys) {
            if (text(key).isEmpty()) {
                certain.addAll(release());
                certain.add(key);
            } else {
                held.add(key);
            }
        }
        return certain;
    }

    /// How long to wait for more of what is held. Of what is a paste for certain, the next piece
    /// may come late over a slow line, and its line breaks must not send anything.
    int patienceMillis() {
        return isPaste() ? PASTE_MILLIS : BURST_MILLIS;
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    /// Gives what was held, as nothing followed: the keys, or the paste they are.
    List<Key> release() {
        List<Key> released = isPaste() ? List.of(paste(held)) : List.copyOf(held);
        held.clear();
        return released;
    }

    private boolean isPaste() {
        int firstBreak = 0;
        while (firstBreak < held.size() && !text(held.get(firstBreak)).equals("\n")) {
            firstBreak++;
        }
        return firstBreak < held.size() - 1;
    }

    private static Key paste(List<Key> keys) {
        StringBuilder text = new StringBuilder();
        keys.forEach(key -> text.append(text(key)));
        return new Key.Paste(text.toString(), false);
    }

    /// The same, with what is written in a row as one.
    private static List<Key> joined(List<Key> keys) {
        List<Key> joined = new ArrayList<>();
        int from = 0;
        while (from < keys.size()) {
            int to = endOfRow(keys, from);
            List<Key> row = keys.subList(from, Math.max(to, from + 1));
            joined.addAll(row.size() < FLOOD_KEYS ? row : List.of(paste(row)));
            from += row.size();
        }
        return joined;
    }

    private static int endOfRow(List<Key> keys, int from) {
        int end = from;
        while (end < keys.size() && isLetter(keys.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(Key key) {
        return key instanceof Key.Char(_, Mods mods) && mods.equals(Mods.NONE);
    }

    private static boolean looksPasted(List<Key> keys) {
        return keys.size() >= FEWEST_KEYS
                && keys.stream().noneMatch(key -> text(key).isEmpty())
                && keys.stream().anyMatch(key -> text(key).equals("\n"));
    }

    /// What the key would be in a pasted text; nothing if none pastes it.
    private static String text(Key key) {
        return switch (key) {
            case Key.Char(int codePoint, Mods mods) when mods.equals(Mods.NONE) ->
                    Character.toString(codePoint);
            case Key.Char(int codePoint, Mods mods)
                    when codePoint == 'j' && mods.equals(Mods.CTRL) ->
                    "\n";
            case Key.Named(Name name, Mods mods) when mods.equals(Mods.NONE) ->
                    name == Name.ENTER ? "\n" : name == Name.TAB ? "\t" : "";
            case Key.Char _, Key.Named _, Key.Paste _, Key.Focus _ -> "";
        };
    }
}

package chatbois.terminal.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which emoji to offer first: those that the member used last since the program started, then
/// those that most people use. For one thread.
public final class DearEmoji {
    private static final List<String> USUAL =
            List.of("👍", "❤️", "😂", "🎉", "😮", "😢", "✅", "👀");

    private static final Pattern NAME = Pattern.compile(":([A-Za-z0-9_+-]+):");

    private static final int MOST_USED = 16;

    private final List<String> used = new ArrayList<>();

    /// Takes note of what is sent, with the names of emoji in it.
    public void used(String text) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            Emoji.byName(names.group(1)).ifPresent(emoji -> used(emoji));
        }
    }

    private void used(Emoji emoji) {
        used.remove(emoji.text());
        used.addFirst(emoji.text());
        if (used.size() > MOST_USED) {
            used.removeLast();
        }
    }

    /// Those with a name that begins so, the dear ones first.
    public List<Emoji> find(String beginning) {
        List<String> dear = new ArrayList<>(used);
        dear.addAll(USUAL);
        return Emoji.find(beginning, dear);
    }
}

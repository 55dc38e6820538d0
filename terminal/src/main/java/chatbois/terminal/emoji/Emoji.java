package chatbois.terminal.emoji;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An emoji by one of its names, such as `tada` for 🎉.
///
/// The names are those that GitHub, Mattermost and their like have; `tools/emoji.sh` makes the
/// list.
///
/// @param text as it is sent: fully qualified, so that it is shown as an emoji wherever it can be
public record Emoji(String name, String text) {
    /// More than this nobody looks through.
    private static final int MOST_FOUND = 50;

    /// The longest name has fewer.
    private static final int LONGEST_NAME = 64;

    /// The emoji of that name, in any case, with the colons around it or without.
    public static Optional<Emoji> byName(String name) {
        String bare = bare(name);
        return Optional.ofNullable(EmojiList.BY_NAME.get(bare)).map(text -> new Emoji(bare, text));
    }

    /// The first name of an emoji, for those who can't see it.
    public static Optional<String> nameOf(String text) {
        return Optional.ofNullable(EmojiList.FIRST_NAMES.get(text));
    }

    /// Those with a name that begins so, then those where a later word of it does; short names
    /// first, and each emoji once.
    ///
    /// @param dear those that come before all others, but the one that is called exactly so
    public static List<Emoji> find(String beginning, List<String> dear) {
        String typed = bare(beginning);
        Comparator<Emoji> best =
                Comparator.<Emoji, Boolean>comparing(emoji -> !emoji.name.equals(typed))
                        .thenComparing(emoji -> rank(emoji, dear))
                        .thenComparing(emoji -> !emoji.name.startsWith(typed))
                        .thenComparing(emoji -> emoji.name.length())
                        .thenComparing(Emoji::name);
        Map<String, Emoji> found = new LinkedHashMap<>();
        all().filter(emoji -> emoji.name.startsWith(typed) || emoji.name.contains("_" + typed))
                .sorted(best)
                .forEach(emoji -> found.putIfAbsent(emoji.text, emoji));
        return found.values().stream().limit(MOST_FOUND).toList();
    }

    private static int rank(Emoji emoji, List<String> dear) {
        int place = dear.indexOf(emoji.text);
        return place < 0 ? dear.size() : place;
    }

    /// All names that there are.
    static Stream<Emoji> all() {
        return EmojiList.BY_NAME.entrySet().stream().map(e -> new Emoji(e.getKey(), e.getValue()));
    }

    private static String bare(String name) {
        int from = name.startsWith(":") ? 1 : 0;
        int to = name.endsWith(":") && name.length() > from ? name.length() - 1 : name.length();
        return to - from > LONGEST_NAME ? "" : name.substring(from, to).toLowerCase(Locale.ROOT);
    }
}

package chatbois.terminal.emoji;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The list `emoji.txt`, read when an emoji is first asked for: most starts do without.
final class EmojiList {
    static final Map<String, String> BY_NAME = new HashMap<>();
    static final Map<String, String> FIRST_NAMES = new HashMap<>();

    static {
        for (String line : text().split("\n", -1)) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                BY_NAME.put(words[i], words[0]);
                FIRST_NAMES.putIfAbsent(words[0], words[i]);
            }
        }
    }

    private EmojiList() {}

    private static String text() {
        try (var list = requireNonNull(EmojiList.class.getResourceAsStream("emoji.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

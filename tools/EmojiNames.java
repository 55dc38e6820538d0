import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the list of emoji and their names from the npm package emojibase-data, unpacked in the
/// folder given as argument, and writes it to standard output. Run by tools/emoji.sh.
///
/// A line for each emoji: the emoji as it is sent (fully qualified), then its names: first those that
/// GitHub has for it, then emojibase's. Without skin tones, and nothing newer than the Unicode that
/// the JDK we need knows.
final class EmojiNames {
    private static final double NEWEST = 16.0;

    private static final Pattern EMOJI =
            Pattern.compile(
                    "\"hexcode\":\"([0-9A-F-]+)\",(?:\"tags\":\\[(?:\"(?:[^\"\\\\]|\\\\.)*\",?)*\\],)?"
                            + "\"emoji\":\"([^\"]+)\",\"text\":\"[^\"]*\",\"type\":\\d,\"order\":(\\d+),"
                            + "\"group\":(\\d+),\"subgroup\":\\d+,\"version\":([0-9.]+)");
    private static final Pattern CODE =
            Pattern.compile("\"([0-9A-F-]+)\":(?:\"([^\"]*)\"|\\[([^\\]]*)\\])");
    private static final Pattern TONE = Pattern.compile("1F3F[B-F]");

    public static void main(String[] args) throws IOException {
        Path english = Path.of(args[0], "en");
        var github = codes(english.resolve("shortcodes/github.json"));
        var emojibase = codes(english.resolve("shortcodes/emojibase.json"));
        Map<Integer, String> lines = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        github.values().forEach(taken::addAll);
        Matcher emoji = EMOJI.matcher(Files.readString(english.resolve("data.json")));
        while (emoji.find()) {
            String hex = emoji.group(1);
            if (TONE.matcher(hex).find() || Double.parseDouble(emoji.group(5)) > NEWEST) {
                continue;
            }
            List<String> names = new ArrayList<>(github.getOrDefault(hex, List.of()));
            emojibase.getOrDefault(hex, List.of()).stream().filter(taken::add).forEach(names::add);
            lines.put(
                    Integer.parseInt(emoji.group(3)),
                    qualified(emoji.group(2)) + " " + String.join(" ", names));
        }
        if (lines.size() < 1800) {
            throw new IOException("only " + lines.size() + " emoji: is that emojibase-data 17?");
        }
        System.out.println(String.join("\n", lines.values()));
    }

    /// Without the selector of a variant behind what is shown as an emoji anyway.
    private static String qualified(String emoji) {
        StringBuilder qualified = new StringBuilder();
        int before = 0;
        for (int here : emoji.codePoints().toArray()) {
            if (here != 0xFE0F || !Character.isEmojiPresentation(before)) {
                qualified.appendCodePoint(here);
            }
            before = here;
        }
        return qualified.toString();
    }

    private static Map<String, List<String>> codes(Path file) throws IOException {
        Map<String, List<String>> codes = new HashMap<>();
        Matcher code = CODE.matcher(Files.readString(file));
        while (code.find()) {
            String names = code.group(2) != null ? code.group(2) : code.group(3).replace("\"", "");
            codes.put(code.group(1), List.of(names.split(",", -1)));
        }
        return codes;
    }
}

package chatbois.terminal.media;

import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import chatbois.terminal.text.Amount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A file in one line: `▣ cat.png · PNG 640×480 · 1.23 MB`.
public final class FileLine {
    private FileLine() {}

    /// @param number of those that came together; 0 if it is alone
    /// @param going whether it is still on its way to the server
    public static String of(Attachment file, int number, boolean going) {
        Preview preview = file.preview();
        String count = number == 0 ? "" : number + ". ";
        String length = preview != null && preview.moves() ? " · " + length(preview) : "";
        String state = going ? " · being sent" : "";
        return "%s %s%s · %s%s · %s%s"
                .formatted(
                        sign(file),
                        count,
                        name(file),
                        kind(file),
                        length,
                        new Amount(file.size()),
                        state);
    }

    /// The same to be read aloud: `[picture cat.png, PNG, 1.23 MB: a cat]`.
    public static String spoken(Attachment file) {
        Preview preview = file.preview();
        String size = new Amount(file.size()).toString();
        String alt = file.alt() == null ? "" : ": " + file.alt();
        if (preview == null) {
            return "[%s, %s%s]".formatted(name(file), size, alt);
        }
        String what = preview.moves() ? "film " : "picture ";
        String length = preview.moves() ? ", " + length(preview) : "";
        return "[%s%s, %s%s, %s%s]".formatted(what, name(file), kind(file), length, size, alt);
    }

    /// Several in few words, for where there is no text: `▣ cat.png, ▶ dog.mp4`.
    public static String names(List<Attachment> files) {
        return files.stream()
                .map(file -> sign(file) + " " + name(file))
                .collect(Collectors.joining(", "));
    }

    /// Many blanks would push the ending, which says what it is, out of sight.
    private static String name(Attachment file) {
        return file.name().replaceAll("\\s{2,}", " ");
    }

    private static String sign(Attachment file) {
        Preview preview = file.preview();
        return preview == null ? "▤" : preview.moves() ? "▶" : "▣";
    }

    /// `PNG` for `image/png`; what is no picture, sound or film is a file.
    private static String kind(Attachment file) {
        String[] parts = file.type().split("/", 2);
        String kind = parts[1].replaceFirst("^x-", "").replaceFirst("\\+.*$", "");
        return switch (parts[0]) {
            case "image", "video", "audio" -> kind.toUpperCase(Locale.ROOT);
            default -> kind.equals("octet-stream") ? "file" : kind;
        };
    }

    /// `0:12`, or `0:30 of 2:04:11` for a preview that shows a part.
    private static String length(Preview preview) {
        Integer whole = preview.whole();
        String shown = length(preview.millis());
        return whole == null ? shown : shown + " of " + length(whole);
    }

    private static String length(int millis) {
        int seconds = Math.max(Math.round(millis / 1_000f), 1);
        int minutes = seconds / 60;
        return minutes < 60
                ? "%d:%02d".formatted(minutes, seconds % 60)
                : "%d:%02d:%02d".formatted(minutes / 60, minutes % 60, seconds % 60);
    }
}

package chatbois.terminal.state;

import chatbois.protocol.Invite;
import chatbois.terminal.command.Input;
import chatbois.terminal.key.Key;
import chatbois.terminal.text.Wrap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What lies over the chat and takes the keys.
public sealed interface Overlay {
    record None() implements Overlay {}

    /// Lines over the whole width, so that they can be copied with the mouse.
    ///
    /// @param picture a QR code of what the lines say, to be shown black on white where it fits
    /// @param scroll how many rows are above
    /// @param watch what is asked again and again while it is open; null for nothing
    /// @param beneath what it lies over, and what is there again when it is closed
    record Sheet(
            String title,
            List<String> lines,
            List<String> picture,
            int scroll,
            @Nullable Watch watch,
            Overlay beneath)
            implements Overlay {
        public Sheet(String title, List<String> lines, List<String> picture, int scroll) {
            this(title, lines, picture, scroll, null);
        }

        public Sheet(
                String title,
                List<String> lines,
                List<String> picture,
                int scroll,
                @Nullable Watch watch) {
            this(title, lines, picture, scroll, watch, new None());
        }

        public Sheet {
            lines = List.copyOf(lines);
            picture = List.copyOf(picture);
        }

        /// The lines as they fit into a window; with what it takes to see the picture, if that
        /// doesn't fit.
        public List<String> rows(int width, int height) {
            Stream<String> all =
                    picture.isEmpty() || fits(width, height)
                            ? lines.stream()
                            : Stream.concat(lines.stream(), Stream.of(whatItTakes(width, height)));
            return all.flatMap(line -> Wrap.hanging(line, width).stream()).toList();
        }

        /// The picture, if it can be seen as a whole; half of one is of no use.
        public List<String> picture(int width, int height) {
            return fits(width, height) ? picture : List.of();
        }

        private boolean fits(int width, int height) {
            return pictureWidth() <= width && picture.size() <= bodyHeight(height);
        }

        private int pictureWidth() {
            return picture.stream().mapToInt(String::length).max().orElse(0);
        }

        private String whatItTakes(int width, int height) {
            String missing =
                    Stream.of(
                                    more(pictureWidth() - width, "column", "wider"),
                                    more(picture.size() - bodyHeight(height), "row", "higher"))
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining(" and "));
            return "Make this window " + missing + " to see it as a QR code, too.";
        }

        private static String more(int count, String unit, String how) {
            return switch (Math.max(count, 0)) {
                case 0 -> "";
                case 1 -> "one " + unit + " " + how;
                default -> count + " " + unit + "s " + how;
            };
        }

        /// The line to pass on, if it shows one.
        public Optional<String> line() {
            return lines.stream().filter(line -> line.startsWith(Invite.SCHEME)).findFirst();
        }

        /// It stays open: whether the terminal has copied anything nobody knows.
        Sheet copied() {
            String told = "Copied, if your terminal lets programs copy; else select it by hand.";
            return lines.contains(told)
                    ? this
                    : with(Stream.concat(Stream.of(told, ""), lines.stream()).toList());
        }

        /// Whether a slash closes it and begins a command: over a chat in which nothing is written.
        public boolean takesCommand(Model model) {
            return beneath instanceof None
                    && model.here().isPresent()
                    && model.editor().draft().text().isEmpty();
        }

        Sheet scrolled(int by, int width, int height) {
            int all = rows(width, height).size() + picture(width, height).size();
            int most = all - bodyHeight(height);
            int now = Math.clamp(scroll + by, 0, Math.max(most, 0));
            return new Sheet(title, lines, picture, now, watch, beneath);
        }

        /// The same with what is so by now.
        Sheet with(List<String> now) {
            return new Sheet(title, now, picture, scroll, watch, beneath);
        }

        Sheet over(Overlay other) {
            return new Sheet(title, lines, picture, scroll, watch, other);
        }

        /// The rows that can be seen at once.
        public static int bodyHeight(int height) {
            return Math.max(height - 2, 0);
        }
    }

    /// A command whose answer is kept fresh.
    record Watch(Place at, Input.Run input) {}

    /// The chat stays in view, and one of its messages is chosen.
    record Choose(long seq) implements Overlay {}

    /// A picture over the whole screen.
    record Picture(Viewer viewer) implements Overlay {}

    /// The chat stays in view, and the question is whether all of that is to go into the input.
    record AskPaste(Key.Paste pasted) implements Overlay {
        private static final int MOST = 256 * 1024;

        /// So many lines, the end of the last one not counted as a further one.
        public int lines() {
            return lines(pasted.text());
        }

        static int lines(String text) {
            return (int) text.strip().lines().count();
        }

        /// With what was pasted while the question stood there.
        AskPaste with(Key.Paste more) {
            String both = pasted.text() + more.text();
            boolean cut = pasted.cut() || more.cut() || both.length() > MOST;
            return new AskPaste(
                    new Key.Paste(both.substring(0, Math.min(both.length(), MOST)), cut));
        }
    }

    record Join(JoinForm form) implements Overlay {}

    record Switch(Switcher switcher) implements Overlay {}

    record Find(Finder finder) implements Overlay {}

    record Unread(Inbox inbox) implements Overlay {}
}

package chatbois.terminal.key;

import chatbois.terminal.key.Report.Action;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The meaning of complete sequences that are no keys.
final class Answers {
    private static final Pattern MOUSE = Pattern.compile("<([0-9]{1,3});([0-9]{1,5});([0-9]{1,5})");
    private static final String PART = "([0-9a-fA-F]{1,4})";
    private static final Pattern BACKGROUND =
            Pattern.compile("11;rgba?:" + PART + "/" + PART + "/" + PART + "(?:/" + PART + ")?");

    /// One of what a terminal tells about itself.
    private static final String SIXEL = "4";

    private static final Pattern CELL = Pattern.compile("6;([1-9][0-9]{0,3});([1-9][0-9]{0,3})");

    /// Shift, alt and control, which change nothing.
    private static final int MODS = 4 | 8 | 16;

    private static final int WHEEL = 64;

    private Answers() {}

    /// A sequence `CSI parameters last`.
    static Optional<Report> csi(String parameters, char last) {
        return switch (last) {
            case 'M' -> mouse(parameters);
            case 'c' -> attributes(parameters);
            case 't' -> cellSize(parameters);
            case 'n' -> status(parameters);
            default -> Optional.empty();
        };
    }

    private static Optional<Report> attributes(String parameters) {
        return parameters.startsWith("?")
                ? Optional.of(
                        new Report.Attributes(
                                List.of(parameters.substring(1).split(";")).contains(SIXEL)))
                : Optional.empty();
    }

    private static Optional<Report> cellSize(String parameters) {
        Matcher told = CELL.matcher(parameters);
        return told.matches()
                ? Optional.of(
                        new Report.CellSize(
                                Integer.parseInt(told.group(2)), Integer.parseInt(told.group(1))))
                : Optional.empty();
    }

    private static Optional<Report> status(String parameters) {
        if (parameters.equals("0")) {
            return Optional.of(new Report.Ready());
        }
        return parameters.startsWith("?997;")
                ? Optional.of(new Report.Repainted())
                : Optional.empty();
    }

    /// A text that was told.
    ///
    /// @param by what begins it behind the escape
    static Optional<Report> told(char by, String text) {
        return switch (by) {
            case ']' -> background(text);
            case 'P' ->
                    text.startsWith(">|")
                            ? Optional.of(new Report.Program(text.substring(2)))
                            : Optional.empty();
            case '_' -> Optional.of(new Report.Graphics(text.endsWith(";OK")));
            default -> Optional.empty();
        };
    }

    private static Optional<Report> background(String text) {
        Matcher told = BACKGROUND.matcher(text);
        return told.matches()
                ? Optional.of(
                        new Report.Background(
                                level(told.group(1)) << 16
                                        | level(told.group(2)) << 8
                                        | level(told.group(3))))
                : Optional.empty();
    }

    /// One to four hex digits, of which the most are white.
    private static int level(String digits) {
        int most = (1 << 4 * digits.length()) - 1;
        return Math.round(Integer.parseInt(digits, 16) * 255f / most);
    }

    private static Optional<Report> mouse(String parameters) {
        Matcher done = MOUSE.matcher(parameters);
        if (!done.matches()) {
            return Optional.empty();
        }
        int x = Integer.parseInt(done.group(2)) - 1;
        int y = Integer.parseInt(done.group(3)) - 1;
        return action(Integer.parseInt(done.group(1)) & ~MODS)
                .filter(_ -> x >= 0 && y >= 0)
                .map(action -> new Report.Mouse(action, x, y));
    }

    private static Optional<Action> action(int button) {
        return switch (button) {
            case 0 -> Optional.of(Action.CLICK);
            case WHEEL -> Optional.of(Action.WHEEL_UP);
            case WHEEL + 1 -> Optional.of(Action.WHEEL_DOWN);
            default -> Optional.empty();
        };
    }
}

package chatbois.terminal.screen;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in a terminal after what it was sent, with its colours; knows what our painter uses.
final class Paper {
    private static final Pattern ESCAPE =
            Pattern.compile("\u001b(?:\\[([?0-9;]*)([A-Za-z])|\\][^\u0007]*\u0007)");

    private final String[][] cells;
    private String rest = "";
    private String looks = "";
    private int x;
    private int y;
    private boolean held;

    Paper(int width, int height) {
        cells = new String[height][width];
        blank();
    }

    /// Whether what it was sent last is to be seen only together with what follows.
    boolean isHeld() {
        return held;
    }

    /// What stands in some rows.
    String rows(int from, int to) {
        return Arrays.deepToString(Arrays.copyOfRange(cells, from, to));
    }

    /// Takes one byte or some, of which the last may be the beginning of something.
    void take(String latin) {
        rest += latin;
        while (!rest.isEmpty() && takeOne()) {
            // on
        }
    }

    private boolean takeOne() {
        Matcher escape = ESCAPE.matcher(rest);
        if (escape.lookingAt()) {
            String kind = escape.group(2);
            if (kind != null) {
                control(escape.group(1), kind.charAt(0));
            }
            rest = rest.substring(escape.end());
            return true;
        }
        char first = rest.charAt(0);
        int length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (first == '\u001b' || rest.length() < length) {
            return false;
        }
        write(rest.substring(0, length));
        rest = rest.substring(length);
        return true;
    }

    private void write(String character) {
        switch (character) {
            case "\r" -> x = 0;
            case "\n" -> y++;
            case "\b" -> x--;
            default -> cells[y][x++] = character + looks;
        }
        x = Math.min(x, cells[0].length - 1);
    }

    private void control(String numbers, char kind) {
        switch (kind) {
            case 'H' -> {
                String[] place = numbers.split(";", -1);
                y = Integer.parseInt(place[0]) - 1;
                x = place.length > 1 ? Integer.parseInt(place[1]) - 1 : 0;
            }
            case 'G' -> x = Integer.parseInt(numbers) - 1;
            case 'J' -> blank();
            case 'K' -> Arrays.fill(cells[y], x, cells[y].length, " ");
            case 'm' -> looks(numbers);
            case 'h', 'l' -> held = numbers.equals("?2026") ? kind == 'h' : held;
            case 'n' -> {}
            default -> throw new IllegalArgumentException("unknown: " + numbers + kind);
        }
    }

    /// The ink and the ground, and nothing else.
    private void looks(String numbers) {
        if (numbers.startsWith("38;")) {
            looks = "/" + numbers + ground();
        } else if (numbers.startsWith("48;")) {
            looks = looks.replace(ground(), "") + "\\" + numbers;
        } else {
            looks = "";
        }
    }

    private String ground() {
        return looks.contains("\\") ? looks.substring(looks.indexOf('\\')) : "";
    }

    private void blank() {
        for (String[] row : cells) {
            Arrays.fill(row, " ");
        }
    }
}

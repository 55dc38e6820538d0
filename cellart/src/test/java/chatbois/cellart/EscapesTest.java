package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EscapesTest {
    private static final Size SIZE = new Size(20, 7);
    private static final Pattern PIECE =
            Pattern.compile("\u001b\\[([?0-9;]*)([A-Za-z])|\\r|\\n|[ -\\uFFFF]");

    @ParameterizedTest
    @EnumSource(Colors.class)
    void what_changes_makes_of_the_old_screen_what_printing_makes_of_an_empty_one(Colors colors) {
        Random random = new Random(4);
        Screen screen = new Screen();
        Cells shown = cells(random, colors, null);
        screen.take(Escapes.of(shown, colors));
        for (int i = 0; i < 50; i++) {
            Cells next = cells(random, colors, shown);
            screen.take(Escapes.turned(shown, next, colors));
            Screen fresh = new Screen();
            fresh.take(Escapes.of(next, colors));
            assertThat(screen.cells).isDeepEqualTo(fresh.cells);
            assertThat(screen.row).isEqualTo(SIZE.rows());
            assertThat(screen.column).isZero();
            shown = next;
        }
    }

    /// Some, or some others in the place of a few.
    private static Cells cells(Random random, Colors colors, @Nullable Cells before) {
        int count = SIZE.columns() * SIZE.rows();
        int[] characters = new int[count];
        int[] inks = new int[count];
        int[] grounds = new int[count];
        for (int i = 0; i < count; i++) {
            int column = i % SIZE.columns();
            int row = i / SIZE.columns();
            if (before != null && random.nextInt(9) > 0) {
                characters[i] = before.character(column, row);
                inks[i] = before.ink(column, row);
                grounds[i] = before.ground(column, row);
                continue;
            }
            characters[i] = 'a' + random.nextInt(26);
            inks[i] = color(random, colors);
            grounds[i] = color(random, colors);
        }
        return new Cells(SIZE, characters, inks, grounds);
    }

    private static int color(Random random, Colors colors) {
        boolean own = colors == Colors.NONE || random.nextInt(4) == 0;
        return own ? Cells.OWN : random.nextInt(2) * 0xFFFFFF;
    }

    /// A terminal that knows what is needed here, each cell being its character and its colours.
    private static final class Screen {
        final String[][] cells = new String[SIZE.rows() + 1][SIZE.columns()];
        int row;
        int column;
        private String ink = "";
        private String ground = "";

        void take(String text) {
            Matcher pieces = PIECE.matcher(text);
            while (pieces.find()) {
                String way = pieces.group(2);
                if (way != null) {
                    control(way.charAt(0), pieces.group(1));
                } else if (pieces.group().equals("\r")) {
                    column = 0;
                } else if (pieces.group().equals("\n")) {
                    row++;
                    column = 0;
                } else {
                    cells[row][column++] = pieces.group() + ink + "/" + ground;
                }
            }
        }

        private void control(char way, String number) {
            switch (way) {
                case 'A' -> row -= Integer.parseInt(number);
                case 'B' -> row += Integer.parseInt(number);
                case 'G' -> column = Integer.parseInt(number) - 1;
                case 'm' -> color(number);
                default -> assertThat(number).isIn("?2026");
            }
        }

        private void color(String code) {
            if (code.equals("0")) {
                ink = "";
                ground = "";
            } else if (code.startsWith("3") || code.startsWith("9")) {
                ink = code.equals("39") ? "" : code;
            } else {
                ground = code.equals("49") ? "" : code;
            }
        }
    }
}

package chatbois.bench.art;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters that terminals draw themselves, as Unicode's names for them say.
final class Shape {
    private static final Map<String, Integer> NUMBERS =
            Map.of("ONE", 1, "TWO", 2, "THREE", 3, "FIVE", 5, "SEVEN", 7);
    private static final Map<String, Integer> PARTS =
            Map.of("EIGHTH", 8, "EIGHTHS", 8, "QUARTER", 4, "QUARTERS", 4);
    private static final Map<String, Double> SHADES =
            Map.of("LIGHT SHADE", 0.25, "MEDIUM SHADE", 0.5, "DARK SHADE", 0.75);
    private static final Pattern GRID = Pattern.compile("BLOCK (SEXTANT|OCTANT)-(\\d+)");
    private static final Pattern DOTS = Pattern.compile("BRAILLE PATTERN DOTS-(\\d+)");
    private static final Pattern SIDE =
            Pattern.compile("(UPPER|LOWER|LEFT|RIGHT) (\\w+) (EIGHTHS?|QUARTERS?) BLOCK");
    private static final Pattern CORNER =
            Pattern.compile("(LEFT|RIGHT) HALF (UPPER|LOWER) ONE QUARTER BLOCK");
    private static final Pattern MIDDLE = Pattern.compile("MIDDLE (LEFT|RIGHT) ONE QUARTER BLOCK");

    private final int width;
    private final int height;
    private final float[] coverage;

    private Shape(int width, int height) {
        this.width = width;
        this.height = height;
        coverage = new float[width * height];
    }

    /// How much of each pixel such a character covers, if it is one.
    static Optional<float[]> of(int character, int width, int height) {
        String name = Character.getName(character);
        Shape shape = new Shape(width, height);
        return name != null && shape.draw(name) ? Optional.of(shape.coverage) : Optional.empty();
    }

    private boolean draw(String name) {
        Matcher grid = GRID.matcher(name);
        Matcher dots = DOTS.matcher(name);
        if (SHADES.containsKey(name)) {
            Arrays.fill(coverage, SHADES.get(name).floatValue());
        } else if (grid.matches()) {
            int rows = grid.group(1).equals("SEXTANT") ? 3 : 4;
            grid.group(2)
                    .chars()
                    .forEach(digit -> part((digit - '1') % 2, (digit - '1') / 2, rows));
        } else if (dots.matches()) {
            dots.group(1).chars().forEach(digit -> dot(digit - '0'));
        } else if (name.startsWith("QUADRANT ")) {
            for (String corner : name.substring("QUADRANT ".length()).split(" AND ")) {
                part(corner.endsWith("LEFT") ? 0 : 1, corner.startsWith("UPPER") ? 0 : 1, 2);
            }
        } else {
            return straight(name);
        }
        return true;
    }

    private boolean straight(String name) {
        Matcher side = SIDE.matcher(name);
        Matcher corner = CORNER.matcher(name);
        Matcher middle = MIDDLE.matcher(name);
        if (name.equals("FULL BLOCK")) {
            side("UPPER", 1);
        } else if (name.endsWith(" HALF BLOCK")) {
            side(name.substring(0, name.indexOf(' ')), 0.5);
        } else if (side.matches()) {
            side(
                    side.group(1),
                    (double) NUMBERS.getOrDefault(side.group(2), 0)
                            / PARTS.getOrDefault(side.group(3), 1));
        } else if (corner.matches()) {
            part(
                    corner.group(1).equals("LEFT") ? 0 : 1,
                    corner.group(2).equals("UPPER") ? 0 : 3,
                    4);
        } else if (middle.matches()) {
            part(middle.group(1).equals("LEFT") ? 0 : 1, 1, 4);
            part(middle.group(1).equals("LEFT") ? 0 : 1, 2, 4);
        } else {
            return false;
        }
        return true;
    }

    private void side(String side, double part) {
        switch (side) {
            case "UPPER" -> box(0, 0, 1, part);
            case "LOWER" -> box(0, 1 - part, 1, 1);
            case "LEFT" -> box(0, 0, part, 1);
            default -> box(1 - part, 0, 1, 1);
        }
    }

    private void part(int column, int row, int rows) {
        box(column / 2.0, (double) row / rows, (column + 1) / 2.0, (row + 1.0) / rows);
    }

    private void box(double left, double top, double right, double bottom) {
        for (int y = 0; y < height; y++) {
            double down = Math.min(y + 1, bottom * height) - Math.max(y, top * height);
            for (int x = 0; x < width && down > 0; x++) {
                double across = Math.min(x + 1, right * width) - Math.max(x, left * width);
                coverage[y * width + x] += (float) (down * Math.max(across, 0));
            }
        }
    }

    /// @param number as in Braille: 1 to 3 down the left side, 4 to 6 down the right one, 7 and 8
    ///   below
    private void dot(int number) {
        int column = number > 6 ? number - 7 : (number - 1) / 3;
        int row = number > 6 ? 3 : (number - 1) % 3;
        double radius = height / 4.0 * 0.3;
        int fine = 8;
        for (int i = 0; i < coverage.length * fine * fine; i++) {
            double x = (i % (width * fine) + 0.5) / fine;
            double y = (i / (width * fine) + 0.5) / fine;
            if (Math.hypot(x - (column * 2 + 1) * width / 4.0, y - (row * 2 + 1) * height / 8.0)
                    < radius) {
                coverage[(int) y * width + (int) x] += 1f / (fine * fine);
            }
        }
    }
}

package chatbois.protocol.name;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A read-only map from code points to values, read from lines such as `label: 61-7A B5`.
final class CodePointTable<T> {
    private final List<Range<T>> ranges;

    private record Range<T>(int first, int last, T value) {}

    private CodePointTable(List<Range<T>> ranges) {
        this.ranges = ranges;
    }

    /// Reads a resource beside this class, turning the label of each line into its value.
    static <T> CodePointTable<T> read(String resource, Function<String, T> valueOfLabel) {
        var ranges = new ArrayList<Range<T>>();
        for (String line : text(resource).split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                T value = valueOfLabel.apply(line.substring(0, colon));
                for (String range : line.substring(colon + 2).split(" ", -1)) {
                    ranges.add(range(range, value));
                }
            }
        }
        ranges.sort((one, other) -> Integer.compare(one.first(), other.first()));
        return new CodePointTable<>(ranges);
    }

    /// The value of a code point, or null when the table has none.
    @Nullable T get(int codePoint) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range<T> range = ranges.get(middle);
            if (codePoint < range.first) {
                high = middle - 1;
            } else if (codePoint > range.last) {
                low = middle + 1;
            } else {
                return range.value;
            }
        }
        return null;
    }

    IntStream codePoints() {
        return ranges.stream()
                .flatMapToInt(range -> IntStream.rangeClosed(range.first, range.last));
    }

    private static <T> Range<T> range(String hex, T value) {
        int dash = hex.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? hex : hex.substring(0, dash), 16);
        int last = dash < 0 ? first : Integer.parseInt(hex.substring(dash + 1), 16);
        return new Range<>(first, last, value);
    }

    private static String text(String resource) {
        try (var in = CodePointTable.class.getResourceAsStream(resource)) {
            return new String(
                    requireNonNull(in, resource).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

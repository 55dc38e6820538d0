package chatbois.server.names;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who or what somebody had to do with most and latest, the most important few. Not thread-safe.
///
/// What happened counts half as much every week. So that nothing has to be counted down, what is
/// kept is the logarithm of the sum of 2^(time / a week): it needs no present to be compared.
final class Tally<K> {
    private static final int MOST = 16;
    private static final double HALF_LIFE = Duration.ofDays(7).toMillis();

    private final Map<K, Double> levels = new HashMap<>();

    /// @param time milliseconds since 1970
    void count(K what, long time) {
        levels.merge(what, time / HALF_LIFE, Tally::sum);
        if (levels.size() > MOST) {
            levels.keySet().stream()
                    .filter(other -> !other.equals(what))
                    .min(Comparator.comparingDouble(this::level))
                    .ifPresent(levels::remove);
        }
    }

    /// The logarithm to base 2 of the sum of two numbers of which the logarithms are given.
    private static double sum(double one, double other) {
        double difference = Math.abs(one - other);
        return Math.max(one, other) + Math.log1p(Math.pow(2, -difference)) / Math.log(2);
    }

    double level(K what) {
        return levels.getOrDefault(what, Double.NEGATIVE_INFINITY);
    }

    /// The most important first.
    List<K> best() {
        return levels.keySet().stream()
                .sorted(Comparator.comparingDouble(this::level).reversed())
                .toList();
    }
}

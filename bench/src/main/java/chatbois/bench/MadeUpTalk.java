package chatbois.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Messages as people write them, as far as an index can tell: few words stand in most of them and
/// most words in few, by Zipf's law; one in twenty is Chinese.
final class MadeUpTalk {
    private static final int WORDS = 50_000;
    private static final int CHARACTERS = 3_000;
    private static final double CHINESE = 0.05;

    private final Random random;
    private final double[] words = zipf(WORDS);
    private final double[] characters = zipf(CHARACTERS);
    private final List<String> vocabulary = new ArrayList<>();

    MadeUpTalk(long seed) {
        random = new Random(seed);
        String letters = "eeeetttaaaoooiiinnnssshhhrrrdddlllcumwfgypbvkjxqz";
        for (int rank = 0; rank < WORDS; rank++) {
            int length = 2 + Math.min(rank / 3, 3) + random.nextInt(5);
            String word =
                    IntStream.range(0, length)
                            .mapToObj(_ -> letters.charAt(random.nextInt(letters.length())) + "")
                            .collect(Collectors.joining());
            vocabulary.add(word + (rank < 1_000 ? "" : Integer.toString(rank, 36)));
        }
    }

    String message() {
        if (random.nextDouble() < CHINESE) {
            return IntStream.range(0, 5 + random.nextInt(20))
                    .mapToObj(_ -> character(pick(characters)))
                    .collect(Collectors.joining());
        }
        return IntStream.range(0, 3 + random.nextInt(15))
                .mapToObj(_ -> word(pick(words)))
                .collect(Collectors.joining(" "));
    }

    /// The word of that rank, 0 for the one that is said most.
    String word(int rank) {
        return vocabulary.get(rank);
    }

    String character(int rank) {
        return Character.toString(0x4e00 + rank * 6);
    }

    /// A rank between two, each as likely as the others.
    int rank(int from, int to) {
        return random.nextInt(from, to);
    }

    private int pick(double[] sums) {
        double wanted = random.nextDouble() * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] zipf(int count) {
        double[] sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }
}

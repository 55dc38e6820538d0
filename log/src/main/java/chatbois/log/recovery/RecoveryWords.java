package chatbois.log.recovery;

import chatbois.log.Sha256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A key's 32-byte seed as 24 words that a person can write down and read out. Immutable.
///
/// The layout is the one of BIP 39: the seed and the first byte of its SHA-256, 264 bits, are cut
/// into 24 numbers of 11 bits, and each number is a word of [WordList], a list of our own. The
/// checksum finds a wrong word in 255 of 256 cases.
public final class RecoveryWords {
    public static final int COUNT = 24;
    public static final int SEED_LENGTH = 32;

    private static final int BITS_PER_WORD = 11;
    private static final int WORDS_PER_ROW = 4;
    private static final BigInteger LAST_WORD = BigInteger.valueOf(WordList.SIZE - 1);

    /// More than any file with these words has; what is longer is something else.
    private static final int MAX_TEXT = 16_384;

    /// What some editors put in front of a file, where it would hide that a line is a comment.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final byte[] seed;

    private RecoveryWords(byte[] seed) {
        this.seed = seed;
    }

    public static RecoveryWords ofSeed(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, got " + seed.length);
        }
        return new RecoveryWords(seed.clone());
    }

    /// Reads the words as a person typed them or as [#toFileText(String)] gives them.
    ///
    /// Upper case, numbers, commas, line breaks and lines that start with `#` don't matter, and the
    /// first four letters of a word suffice.
    ///
    /// @throws InvalidRecoveryWords naming the first word that isn't one, by its position, or
    ///   saying that words are missing, too many, or don't belong together
    public static RecoveryWords parse(String text) {
        if (text.length() > MAX_TEXT) {
            throw new InvalidRecoveryWords(
                    "This is too long to be recovery words. Give the 24 words and nothing else.");
        }
        var typed =
                text.replace(BYTE_ORDER_MARK, "")
                        .lines()
                        .filter(line -> !line.strip().startsWith("#"))
                        .flatMap(line -> Arrays.stream(line.split("[^\\p{L}\\p{M}]+", -1)))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        var numbers =
                IntStream.range(0, typed.size()).map(at -> number(at, typed.get(at))).toArray();
        if (numbers.length != COUNT) {
            throw new InvalidRecoveryWords(
                    "There have to be 24 recovery words, and here are %d. Compare them with your notes."
                            .formatted(numbers.length));
        }
        return ofNumbers(numbers);
    }

    /// The secret itself.
    public byte[] seed() {
        return seed.clone();
    }

    /// The secret itself, in words.
    public List<String> words() {
        byte[] checked = ByteBuffer.allocate(SEED_LENGTH + 1).put(seed).put(checksum(seed)).array();
        var bits = new BigInteger(1, checked);
        return IntStream.range(0, COUNT)
                .map(at ->
                        bits.shiftRight(BITS_PER_WORD * (COUNT - 1 - at)).and(LAST_WORD).intValue())
                .mapToObj(WordList::word)
                .toList();
    }

    /// The secret itself, as a file to print or to keep: the heading as comment lines, then the
    /// words with their numbers, four in a line.
    public String toFileText(String heading) {
        var words = words();
        var comment = heading.lines().map(line -> ("# " + line).strip());
        var rows = IntStream.range(0, COUNT / WORDS_PER_ROW).mapToObj(row -> row(words, row));
        return Stream.of(comment, Stream.of(""), rows)
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /// Names nothing of the secret, so that it can't get into a log.
    @Override
    public String toString() {
        return "RecoveryWords[secret]";
    }

    private static String row(List<String> words, int row) {
        return IntStream.range(row * WORDS_PER_ROW, (row + 1) * WORDS_PER_ROW)
                .mapToObj(at -> "%2d. %-8s".formatted(at + 1, words.get(at)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static int number(int at, String typed) {
        int number = WordList.number(typed);
        if (number < 0) {
            String advice =
                    WordList.nearest(typed)
                            .map(" Did you mean \"%s\"?"::formatted)
                            .orElse(" Look at how you wrote it down.");
            throw new InvalidRecoveryWords(
                    "Word %d is not a recovery word.%s".formatted(at + 1, advice));
        }
        return number;
    }

    private static RecoveryWords ofNumbers(int[] numbers) {
        var bits = BigInteger.ZERO;
        for (int number : numbers) {
            bits = bits.shiftLeft(BITS_PER_WORD).or(BigInteger.valueOf(number));
        }
        byte[] checked = bytes(bits);
        byte[] seed = Arrays.copyOf(checked, SEED_LENGTH);
        if (checked[SEED_LENGTH] != checksum(seed)) {
            throw new InvalidRecoveryWords(
                    "These are recovery words, but they don't belong together: one is not the word you"
                            + " wrote down, or two have changed places. Compare them with your notes.");
        }
        return new RecoveryWords(seed);
    }

    /// Seed and checksum, without the sign byte or with the leading zeros that a BigInteger gives.
    private static byte[] bytes(BigInteger bits) {
        byte[] given = bits.toByteArray();
        byte[] bytes = new byte[SEED_LENGTH + 1];
        int length = Math.min(given.length, bytes.length);
        System.arraycopy(given, given.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    private static byte checksum(byte[] seed) {
        return Sha256.of(seed).bytes()[0];
    }
}

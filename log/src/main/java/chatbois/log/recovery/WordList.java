package chatbois.log.recovery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The 2048 words that recovery words are made of, sorted, so that a word stands for 11 bits.
///
/// The list is frozen: words that were written down must mean the same for ever. The first four
/// letters tell the words apart, and no two of them are one slip of the pen away from each other.
/// How they were chosen says `ChooseWords` in the tests.
final class WordList {
    static final int SIZE = 2048;
    static final int LETTERS_THAT_SUFFICE = 4;

    private static final List<String> WORDS = read();
    private static final int MAX_SLIPS = 2;

    private WordList() {}

    static List<String> words() {
        return WORDS;
    }

    static String word(int number) {
        return WORDS.get(number);
    }

    /// The number of a word, given as a whole or by its first four letters or more; -1 if unknown.
    static int number(String typed) {
        int found = Collections.binarySearch(WORDS, typed);
        if (found >= 0 || typed.length() < LETTERS_THAT_SUFFICE) {
            return Math.max(found, -1);
        }
        int next = -found - 1;
        return next < SIZE && word(next).startsWith(typed) ? next : -1;
    }

    /// The word that was meant, most likely.
    static Optional<String> nearest(String typed) {
        return WORDS.stream()
                .filter(word -> Math.abs(word.length() - typed.length()) <= MAX_SLIPS)
                .min(Comparator.comparingInt(word -> Slips.between(typed, word)))
                .filter(word -> Slips.between(typed, word) <= MAX_SLIPS);
    }

    private static List<String> read() {
        try (var in = WordList.class.getResourceAsStream("words.txt")) {
            byte[] bytes = requireNonNull(in, "words.txt").readAllBytes();
            return new String(bytes, StandardCharsets.US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package chatbois.terminal.state;

import chatbois.protocol.name.SearchKey;

/// How well a text fits what was typed of it, letters left out: `bld` finds `#builds`.
///
/// Case and accents don't count. Every letter typed has to be found, in this order; it counts more
/// where the text or a word of it begins, or right behind the letter before.
final class Fuzzy {
    static final int NONE = -1;
    private static final int FIRST = 8;
    private static final int WORD = 6;
    private static final int NEXT = 5;
    private static final int ELSEWHERE = 1;

    private Fuzzy() {}

    /// The better, the higher; [#NONE] if it doesn't fit, 0 if nothing was typed.
    static int score(String text, String typed) {
        int[] letters = letters(text);
        int[] wanted = letters(typed);
        // best[i]: with the last letter wanted so far at place i of the text.
        int[] best = new int[letters.length];
        for (int w = 0; w < wanted.length; w++) {
            best = withNext(letters, wanted[w], best, w == 0);
        }
        int score = wanted.length == 0 ? 0 : NONE;
        for (int i = 0; i < best.length && wanted.length > 0; i++) {
            score = Math.max(score, best[i]);
        }
        return score;
    }

    private static int[] withNext(int[] letters, int wanted, int[] before, boolean first) {
        int[] best = new int[letters.length];
        int earlier = first ? 0 : NONE;
        for (int i = 0; i < letters.length; i++) {
            int right = first || i == 0 ? NONE : before[i - 1];
            int sum = Math.max(add(earlier, worth(letters, i)), add(right, NEXT));
            best[i] = letters[i] == wanted ? sum : NONE;
            earlier = first ? 0 : Math.max(earlier, before[i]);
        }
        return best;
    }

    private static int add(int sum, int more) {
        return sum == NONE ? NONE : sum + more;
    }

    private static int worth(int[] letters, int place) {
        if (place == 0) {
            return FIRST;
        }
        return Character.isLetterOrDigit(letters[place - 1]) ? ELSEWHERE : WORD;
    }

    private static int[] letters(String text) {
        return SearchKey.of(text).plain().codePoints().toArray();
    }
}

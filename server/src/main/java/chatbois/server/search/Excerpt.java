package chatbois.server.search;

import chatbois.protocol.Hit.Mark;
import chatbois.protocol.Limits;
import chatbois.server.search.Words.Word;
import chatbois.server.store.Pattern.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A bounded part of a text around what was looked for in it.
///
/// @param marks where that stands in the part, in order and apart
/// @param begun whether it is not the beginning of the text
/// @param goesOn whether it is not its end
record Excerpt(String text, List<Mark> marks, boolean begun, boolean goesOn) {
    /// How much stands before the first mark.
    private static final int BEFORE = 60;

    private static final int MOST_MARKS = 32;

    static Excerpt of(String text, List<Phrase> phrases) {
        List<Mark> marks = marks(text, phrases);
        int first = marks.isEmpty() ? 0 : marks.getFirst().from();
        int from = text.length() <= Limits.SEARCH_EXCERPT ? 0 : start(text, first - BEFORE);
        int to = end(text, from + Limits.SEARCH_EXCERPT);
        List<Mark> inside = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.from() < to) {
                inside.add(new Mark(mark.from() - from, Math.min(mark.to(), to) - from));
            }
        }
        return new Excerpt(text.substring(from, to), inside, from > 0, to < text.length());
    }

    private static int start(String text, int at) {
        int last = Math.max(text.length() - Limits.SEARCH_EXCERPT, 0);
        int from = Math.clamp(at, 0, last);
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int end(String text, int at) {
        if (at >= text.length()) {
            return text.length();
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /// The places of all that was looked for; what overlaps is one.
    static List<Mark> marks(String text, List<Phrase> phrases) {
        List<Word> words = Words.of(text);
        List<Mark> found = new ArrayList<>();
        for (Phrase phrase : phrases) {
            if (!phrase.without()) {
                find(words, phrase, found);
            }
        }
        found.sort(Comparator.comparingInt(Mark::from));
        List<Mark> apart = new ArrayList<>();
        for (Mark mark : found) {
            Mark last = apart.isEmpty() ? null : apart.getLast();
            if (last != null && mark.from() < last.to()) {
                int to = Math.max(mark.to(), last.to());
                apart.set(apart.size() - 1, new Mark(last.from(), to));
            } else if (apart.size() < MOST_MARKS) {
                apart.add(mark);
            }
        }
        return apart;
    }

    private static void find(List<Word> words, Phrase phrase, List<Mark> found) {
        int length = phrase.words().size();
        for (int i = 0; i + length <= words.size(); i++) {
            if (fits(words, i, phrase)) {
                found.add(new Mark(words.get(i).from(), words.get(i + length - 1).to()));
            }
        }
    }

    private static boolean fits(List<Word> words, int at, Phrase phrase) {
        int last = phrase.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            String key = words.get(at + i).key();
            String wanted = phrase.words().get(i);
            boolean fits =
                    i == last && phrase.beginning() ? key.startsWith(wanted) : key.equals(wanted);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}

package chatbois.terminal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What was sent before, to go back to, and the draft to return to from there.
public final class History {
    private static final int MOST = 200;

    /// Together they are no longer than this, but for the newest.
    private static final int MOST_CHARS = 128 * 1024;

    private final List<String> texts = new ArrayList<>();
    private int place;
    private Draft unsent = Draft.EMPTY;

    void add(String text) {
        boolean repeated = !texts.isEmpty() && texts.getLast().equals(text);
        if (!text.isBlank() && !repeated) {
            texts.add(text);
        }
        bound();
        leave();
    }

    /// Puts in front what was sent earlier, the oldest first.
    public void begin(List<String> earlier) {
        texts.addAll(0, earlier);
        bound();
        leave();
    }

    private void bound() {
        int chars = texts.stream().mapToInt(String::length).sum();
        while (texts.size() > MOST || chars > MOST_CHARS && texts.size() > 1) {
            chars -= texts.removeFirst().length();
        }
    }

    /// The text before the one shown, if there is one.
    Optional<Draft> earlier(Draft shown) {
        if (place == 0) {
            return Optional.empty();
        }
        if (place == texts.size()) {
            unsent = shown;
        }
        place--;
        return Optional.of(Draft.of(texts.get(place)));
    }

    /// The text after the one shown, at last the draft, unless that is shown.
    Optional<Draft> later() {
        if (place == texts.size()) {
            return Optional.empty();
        }
        place++;
        return Optional.of(place == texts.size() ? unsent : Draft.of(texts.get(place)));
    }

    /// The newest text before that place that contains what is typed; case doesn't count.
    ///
    /// @param before a place among the texts; the newest is [#size()] - 1
    OptionalInt find(String typed, int before) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        for (int i = Math.min(before, texts.size()) - 1; i >= 0; i--) {
            if (texts.get(i).toLowerCase(Locale.ROOT).contains(wanted)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    int size() {
        return texts.size();
    }

    String text(int place) {
        return texts.get(place);
    }

    /// Goes back to the present.
    void leave() {
        place = texts.size();
    }
}

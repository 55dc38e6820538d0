package chatbois.terminal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was sent before, to go back to, and the draft to return to from there.
final class History {
    private static final int MOST = 200;

    private final List<String> texts = new ArrayList<>();
    private int place;
    private Draft unsent = Draft.EMPTY;

    void add(String text) {
        boolean repeated = !texts.isEmpty() && texts.getLast().equals(text);
        if (!text.isBlank() && !repeated) {
            texts.add(text);
        }
        if (texts.size() > MOST) {
            texts.removeFirst();
        }
        leave();
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

    /// Goes back to the present.
    void leave() {
        place = texts.size();
    }
}

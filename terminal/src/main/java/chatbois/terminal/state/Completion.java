package chatbois.terminal.state;

import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import java.util.List;

/// What the word before the cursor may become, one after the other.
///
/// @param from where the word begins
/// @param chosen which of the candidates stands there now
/// @param shown the draft with it, by which it is seen whether something else was done since
public record Completion(int from, List<String> candidates, int chosen, Draft shown) {
    public Completion {
        candidates = List.copyOf(candidates);
    }

    /// Puts in the first candidate, or the last one.
    static Completion begin(Candidates.Found found, Editor editor, boolean forward) {
        int first = forward ? 0 : found.texts().size() - 1;
        return put(found.from(), found.texts(), first, editor);
    }

    /// Puts in the next candidate, or the one before.
    Completion turn(Editor editor, boolean forward) {
        int next = Math.floorMod(chosen + (forward ? 1 : -1), candidates.size());
        return put(from, candidates, next, editor);
    }

    private static Completion put(int from, List<String> texts, int chosen, Editor editor) {
        editor.replace(from, texts.get(chosen));
        return new Completion(from, texts, chosen, editor.draft());
    }
}

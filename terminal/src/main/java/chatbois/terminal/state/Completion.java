package chatbois.terminal.state;

import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import java.util.List;
import java.util.Optional;

/// What the word before the cursor may become, one after the other.
///
/// @param from where the word begins
/// @param chosen which of the candidates stands there now; -1 while all are only offered
/// @param shown the draft that it was made for, by which it is seen whether something else was done
///   since
public record Completion(int from, List<String> candidates, int chosen, Draft shown) {
    private static final int OFFERED = -1;

    public Completion {
        candidates = List.copyOf(candidates);
    }

    /// What was found, if anything.
    static Optional<Completion> of(Candidates.Found found, Editor editor) {
        return found.texts().isEmpty()
                ? Optional.empty()
                : Optional.of(new Completion(found.from(), found.texts(), OFFERED, editor.draft()));
    }

    public boolean isOffered() {
        return chosen == OFFERED;
    }

    /// Puts in the next candidate, or the one before.
    Completion turn(Editor editor, boolean forward) {
        int first = forward ? 0 : candidates.size() - 1;
        int next =
                isOffered() ? first : Math.floorMod(chosen + (forward ? 1 : -1), candidates.size());
        editor.replace(from, candidates.get(next));
        return new Completion(from, candidates, next, editor.draft());
    }

    /// The same; where a folder was all that fits, the next turn begins in it.
    Optional<Completion> turned(Editor editor, boolean forward) {
        Completion next = turn(editor, forward);
        boolean leadsOn = candidates.size() == 1 && candidates.getFirst().endsWith("/");
        return leadsOn ? Optional.empty() : Optional.of(next);
    }

    /// What of the offered still fits when more of the word is typed, until all that fits is known.
    Optional<Completion> narrowed(Word word, Editor editor) {
        if (!isOffered() || word.from() != from) {
            return Optional.empty();
        }
        List<String> left = candidates.stream().filter(word::isBeginningOf).toList();
        return of(new Candidates.Found(from, left), editor);
    }
}

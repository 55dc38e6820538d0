package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Findings;
import chatbois.client.session.Findings.Finding;
import chatbois.protocol.Hit;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.edit.Editor;
import chatbois.terminal.key.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for messages by what is typed, and leads to them. Owned by the screen's thread.
public final class Finder {
    private static final int LIMIT = 1_000;

    /// How close to the last one the next page is asked for.
    private static final int AHEAD = 10;

    private final Place at;
    private final Editor field = new Editor(LIMIT);
    private final List<Finding> found = new ArrayList<>();
    private Effect.@Nullable Find waiting;
    private String asked = "";
    private String problem = "";
    private Hit.@Nullable Spot last;
    private List<Entry> around = List.of();
    private int chosen;
    private boolean old;

    /// @param at where it was opened
    Finder(Place at) {
        this.at = at;
    }

    public Editor field() {
        return field;
    }

    /// The community that it looks in.
    Place at() {
        return at;
    }

    public List<Finding> found() {
        return List.copyOf(found);
    }

    public int chosen() {
        return chosen;
    }

    /// Which one is in the first row: the chosen one takes up to three, of which the last has to be
    /// seen.
    public int first(int height) {
        return Math.max(chosen - height + 3, 0);
    }

    /// Which one is in a row; -1 for none.
    int at(int row, int height) {
        int below = row;
        for (int i = first(height); i < found.size(); i++) {
            int rows = i == chosen ? rowsOfChosen(found.get(i)) : 1;
            if (below < rows) {
                return i;
            }
            below -= rows;
        }
        return -1;
    }

    /// Itself, what is around it, and the warning if there is one.
    private int rowsOfChosen(Finding one) {
        long others = around.stream().filter(entry -> entry.seq() != one.seq()).count();
        return 1 + (int) others + (isDoubtful() ? 1 : 0);
    }

    /// Whether the verified log, as far as is known, has no message of that author where the chosen
    /// one is said to be.
    public boolean isDoubtful() {
        Finding one = chosenOne().orElse(null);
        return one != null
                && !around.isEmpty()
                && around.stream()
                        .noneMatch(entry ->
                                entry.seq() == one.seq()
                                        && entry.author().equals(one.author())
                                        && entry.isMessage());
    }

    /// What is around the chosen one in the verified log; nothing while that is not known.
    public List<Entry> around() {
        return around;
    }

    /// Why nothing is shown; empty if there is no reason.
    public String problem() {
        return problem;
    }

    public boolean isAsking() {
        return waiting != null;
    }

    /// Whether what is typed was asked.
    public boolean isAnswered() {
        return !asked.isEmpty() && asked.equals(typed());
    }

    public boolean hasMore() {
        return last != null;
    }

    private String typed() {
        return field.draft().text().strip();
    }

    Optional<Finding> chosenOne() {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(chosen));
    }

    /// Writes something to look for into the field.
    void write(String text) {
        field.clear();
        field.replace(0, text);
    }

    /// Asks for what is typed, unless that was asked or is nothing.
    Optional<Effect> ask() {
        if (typed().isEmpty() || isAnswered() && problem.isEmpty()) {
            return Optional.empty();
        }
        forget();
        asked = typed();
        return Optional.of(find());
    }

    private Effect.Find find() {
        Effect.Find find = new Effect.Find(at, asked, last);
        waiting = find;
        return find;
    }

    /// Takes an answer; one to an older question is of no use any more.
    Optional<Effect> take(Event.Found answer) {
        if (!answer.asked().equals(waiting)) {
            return Optional.empty();
        }
        waiting = null;
        Findings findings = answer.findings();
        if (findings == null) {
            problem = answer.failure();
            return Optional.empty();
        }
        boolean first = found.isEmpty();
        found.addAll(findings.found());
        last = findings.last();
        if (found.isEmpty() && last != null) {
            return Optional.of(find());
        }
        return first ? lookAround() : Optional.empty();
    }

    void take(Event.LookedAround answer) {
        if (chosenOne().map(Finding::at).equals(Optional.of(answer.at()))) {
            around = answer.entries();
        }
    }

    /// Chooses another one; what has to happen then: to look around it, and to ask for more.
    List<Effect> choose(int step) {
        List<Effect> effects = new ArrayList<>();
        int now = Math.clamp((long) chosen + step, 0, Math.max(found.size() - 1, 0));
        if (now != chosen) {
            chosen = now;
            around = List.of();
            lookAround().ifPresent(effects::add);
        }
        if (last != null && waiting == null && chosen + AHEAD >= found.size()) {
            effects.add(find());
        }
        return effects;
    }

    private Optional<Effect> lookAround() {
        return chosenOne().map(one -> new Effect.LookAround(at.community(), one.at()));
    }

    void press(Stroke stroke, Bindings bindings) {
        if (old && (stroke.isText() || stroke.first() instanceof Key.Paste)) {
            field.clear();
        }
        old = false;
        field.press(stroke, bindings);
        if (!asked.isEmpty() && !isAnswered()) {
            forget();
        }
    }

    /// What was found for other words would be taken for what these find.
    private void forget() {
        asked = "";
        waiting = null;
        found.clear();
        around = List.of();
        chosen = 0;
        problem = "";
        last = null;
    }

    /// Is opened again: what is typed now takes the place of what was looked for.
    void reopen() {
        old = true;
    }
}

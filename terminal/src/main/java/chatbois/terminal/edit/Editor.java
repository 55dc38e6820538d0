package chatbois.terminal.edit;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.key.Key;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;

/// Edits a draft by the keys of readline, unless the member has bound others; for one thread.
///
/// A line break is part of the draft (Alt+Enter, Ctrl+J, pastes): Enter alone is none of the
/// editor's keys, nor is any other that it has no use for at the moment.
public final class Editor {
    /// What the last key did, as some keys do something else in a row.
    private enum Last {
        TYPED,
        KILLED,
        YANKED,
        OTHER
    }

    private static final int MOST_UNDONE = 200;

    private final int limit;
    private final KillRing killed = new KillRing();
    private History history = new History();
    private final Deque<Draft> undo = new ArrayDeque<>();
    private Draft draft = Draft.EMPTY;
    private Optional<Search> search = Optional.empty();
    private Last last = Last.OTHER;
    private int yankedAt;
    private int yanked;

    /// An editor for texts of so many `char`s at most.
    public Editor(int limit) {
        this.limit = limit;
    }

    /// What is written so far.
    public Draft draft() {
        return draft;
    }

    /// The search in what was typed before, while there is one.
    public Optional<Search> search() {
        return search;
    }

    /// Goes on with another draft, as when another chat comes into view.
    public void load(Draft other) {
        draft = other;
        undo.clear();
        search = Optional.empty();
        history.leave();
        last = Last.OTHER;
    }

    /// Gives the text away and begins anew; nothing leads back to it.
    public String takeSecret() {
        String text = draft.text();
        load(Draft.EMPTY);
        return text;
    }

    /// Gives the text away, remembers it, and begins anew.
    public String take() {
        String text = draft.text();
        history.add(text);
        load(Draft.EMPTY);
        return text;
    }

    /// Throws the text away, which can be undone.
    public void clear() {
        change(Draft.EMPTY, Last.OTHER);
    }

    /// Keeps a text among what was cut, to be put back.
    public void keep(String text) {
        killed.add(SafeText.block(text));
        last = Last.OTHER;
    }

    /// Goes on with what was typed before at another place.
    public void remember(History other) {
        history = other;
        history.leave();
    }

    /// Puts another text in place of it, which can be undone.
    public void rewrite(String text) {
        insertInto(Draft.EMPTY, text, Last.OTHER);
    }

    /// Replaces the part of the text before the cursor that begins there, as a completion does.
    public void replace(int from, String text) {
        insertInto(draft.without(from, draft.cursor()), text, Last.OTHER);
    }

    /// How many more `char`s there is room for.
    public int room() {
        return limit - draft.text().length();
    }

    /// The draft as rows of a width, at most so many, around the cursor.
    public View view(int width, int mostRows) {
        return View.of(draft, width, mostRows);
    }

    /// Does what the keys mean by the bindings, or says that they mean nothing here.
    public boolean press(Stroke stroke, Bindings bindings) {
        if (search.isPresent() && searching(search.get(), stroke, bindings)) {
            return true;
        }
        Action action = bindings.action(Where.WRITING, stroke).orElse(null);
        if (action != null) {
            return act(action);
        }
        return switch (stroke.first()) {
            case Key.Paste(String text, _) -> insert(SafeText.block(text), Last.OTHER);
            case Key.Char(int c, _) when stroke.isText() ->
                    insert(Character.toString(c), Last.TYPED);
            case Key.Char _, Key.Named _, Key.Focus _ -> false;
        };
    }

    /// Those that are done elsewhere are nothing here.
    private boolean act(Action action) {
        return switch (action) {
            case NEW_LINE -> insert("\n", Last.OTHER);
            case EARLIER -> up();
            case LATER -> down();
            case SEARCH_TYPED -> look(new Search("", history.size(), true, draft));
            case LEFT -> move(draft.left());
            case RIGHT -> move(draft.right());
            case WORD_LEFT -> move(draft.wordStart());
            case WORD_RIGHT -> move(draft.wordEnd());
            case LINE_START -> move(draft.lineStart());
            case LINE_END -> move(draft.lineEnd());
            case DELETE_BACK -> delete(draft.left(), draft.cursor());
            case DELETE_ON -> !draft.equals(Draft.EMPTY) && delete(draft.cursor(), draft.right());
            case CUT_BACK -> kill(draft.blankBefore(), draft.cursor());
            case CUT_WORD_BACK -> kill(draft.wordStart(), draft.cursor());
            case CUT_WORD -> kill(draft.cursor(), draft.wordEnd());
            case CUT_TO_START -> kill(draft.lineStart(), draft.cursor());
            case CUT_TO_END -> kill(draft.cursor(), endOfLineOrBreak());
            case PUT_BACK -> yank(draft);
            case PUT_BACK_OLDER -> last == Last.YANKED && yankOlder();
            case SWAP -> transpose();
            case UNDO -> undo();
            default -> false;
        };
    }

    /// Other keys than these end the search and do what they always do, but for the one that only
    /// takes what was found.
    private boolean searching(Search now, Stroke stroke, Bindings bindings) {
        Action action =
                bindings.action(Where.SEARCHING, stroke)
                        .or(() -> bindings.action(Where.WRITING, stroke))
                        .orElse(null);
        if (action == Action.SEARCH_OLDER) {
            return find(now.typed(), now.place(), now);
        }
        if (action == Action.DELETE_BACK) {
            String typed = now.typed();
            String less = typed.substring(0, Draft.of(typed).left());
            return find(less, history.size(), now);
        }
        if (action == null && stroke.isText() && stroke.first() instanceof Key.Char(int c, _)) {
            return find(now.typed() + Character.toString(c), now.place() + 1, now);
        }
        search = Optional.empty();
        return action == Action.SEARCH_CANCEL
                ? change(now.before(), Last.OTHER)
                : action == Action.SEARCH_TAKE;
    }

    private boolean find(String typed, int before, Search now) {
        OptionalInt found =
                typed.isEmpty() ? OptionalInt.of(history.size()) : history.find(typed, before);
        if (found.isEmpty()) {
            return look(new Search(typed, now.place(), /* found= */ false, now.before()));
        }
        int place = found.getAsInt();
        change(typed.isEmpty() ? now.before() : Draft.of(history.text(place)), Last.OTHER);
        return look(new Search(typed, place, /* found= */ true, now.before()));
    }

    private boolean look(Search now) {
        search = Optional.of(now);
        return true;
    }

    private boolean move(int place) {
        draft = draft.at(place);
        last = Last.OTHER;
        return true;
    }

    private boolean up() {
        return draft.isOnFirstLine() ? recall(history.earlier(draft)) : move(draft.above());
    }

    private boolean down() {
        return draft.isOnLastLine() ? recall(history.later()) : move(draft.below());
    }

    private boolean recall(Optional<Draft> other) {
        other.ifPresent(found -> change(found, Last.OTHER));
        return other.isPresent();
    }

    private boolean insert(String text, Last what) {
        return insertInto(draft, text, what);
    }

    /// Takes no more than there is room for, and no part of a cluster.
    private boolean insertInto(Draft target, String text, Last what) {
        int room = limit - target.text().length();
        StringBuilder fitting = new StringBuilder();
        for (String cluster : Cluster.split(text)) {
            if (fitting.length() + cluster.length() > room) {
                break;
            }
            fitting.append(cluster);
        }
        return change(target.insert(fitting.toString()), what);
    }

    private boolean delete(int from, int to) {
        return change(draft.without(from, to), Last.OTHER);
    }

    private boolean kill(int from, int to) {
        String text = draft.text().substring(from, to);
        if (last == Last.KILLED) {
            killed.extend(text, from == draft.cursor());
        } else if (!text.isEmpty()) {
            killed.add(text);
        }
        return text.isEmpty() || change(draft.without(from, to), Last.KILLED);
    }

    /// Puts in what was cut last; how much of it there was room for counts when it is replaced.
    private boolean yank(Draft target) {
        int before = target.text().length();
        insertInto(target, killed.latest(), Last.YANKED);
        yanked = draft.text().length() - before;
        yankedAt = target.cursor();
        return true;
    }

    private boolean yankOlder() {
        killed.turn();
        return yank(draft.without(yankedAt, yankedAt + yanked));
    }

    private int endOfLineOrBreak() {
        int end = draft.lineEnd();
        return end == draft.cursor() ? draft.right() : end;
    }

    /// Swaps the clusters around the cursor, at the end of a line the two before it.
    private boolean transpose() {
        Draft middle = draft.cursor() == draft.lineEnd() ? draft.at(draft.left()) : draft;
        int cursor = middle.cursor();
        if (cursor > middle.lineStart() && cursor < middle.lineEnd()) {
            String left = middle.text().substring(middle.left(), cursor);
            String right = middle.text().substring(cursor, middle.right());
            Draft without = middle.without(middle.left(), middle.right());
            change(without.insert(right + left), Last.OTHER);
        }
        return true;
    }

    private boolean undo() {
        Draft before = undo.poll();
        if (before != null) {
            draft = before;
        }
        last = Last.OTHER;
        return true;
    }

    /// Letters typed in a row are undone together.
    private boolean change(Draft next, Last what) {
        boolean sameStroke = what == Last.TYPED && last == Last.TYPED;
        if (!sameStroke && !next.text().equals(draft.text())) {
            undo.push(draft);
            if (undo.size() > MOST_UNDONE) {
                undo.removeLast();
            }
        }
        draft = next;
        last = what;
        return true;
    }
}

package chatbois.terminal.edit;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;

/// Edits a draft by the keys of readline; for one thread.
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
    private final History history = new History();
    private final Deque<Draft> undo = new ArrayDeque<>();
    private Draft draft = Draft.EMPTY;
    private Optional<Search> search = Optional.empty();
    private Last last = Last.OTHER;

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

    /// Does what the key means, or says that it means nothing here.
    public boolean press(Key key) {
        if (search.isPresent() && searching(search.get(), key)) {
            return true;
        }
        return switch (key) {
            case Key.Paste(String text, _) -> insert(SafeText.block(text), Last.OTHER);
            case Key.Focus _ -> false;
            case Key.Char(int c, Mods mods) when mods.ctrl() -> !mods.alt() && control(c);
            case Key.Char(int c, Mods mods) when mods.alt() -> alt(c);
            case Key.Char(int c, _) -> insert(Character.toString(c), Last.TYPED);
            case Key.Named(Name name, Mods mods) -> named(name, mods);
        };
    }

    private boolean control(int letter) {
        return switch (letter) {
            case 'a' -> move(draft.lineStart());
            case 'e' -> move(draft.lineEnd());
            case 'b' -> move(draft.left());
            case 'f' -> move(draft.right());
            case 'd' -> !draft.equals(Draft.EMPTY) && delete(draft.cursor(), draft.right());
            case 'h' -> delete(draft.left(), draft.cursor());
            case 'j' -> insert("\n", Last.OTHER);
            case 'k' -> kill(draft.cursor(), endOfLineOrBreak());
            case 'u' -> kill(draft.lineStart(), draft.cursor());
            case 'w' -> kill(draft.blankBefore(), draft.cursor());
            case 'y' -> insert(killed.latest(), Last.YANKED);
            case 't' -> transpose();
            case 'r' -> look(new Search("", history.size(), true, draft));
            case '_' -> undo();
            default -> false;
        };
    }

    private boolean alt(int letter) {
        return switch (letter) {
            case 'b' -> move(draft.wordStart());
            case 'f' -> move(draft.wordEnd());
            case 'd' -> kill(draft.cursor(), draft.wordEnd());
            case 'p' -> up();
            case 'n' -> down();
            case 'y' -> last == Last.YANKED && yankOlder();
            default -> false;
        };
    }

    private boolean named(Name name, Mods mods) {
        boolean byWord = mods.ctrl() || mods.alt();
        return switch (name) {
            case ENTER -> !mods.equals(Mods.NONE) && insert("\n", Last.OTHER);
            case LEFT -> move(byWord ? draft.wordStart() : draft.left());
            case RIGHT -> move(byWord ? draft.wordEnd() : draft.right());
            case HOME -> !byWord && move(draft.lineStart());
            case END -> !byWord && move(draft.lineEnd());
            case UP -> !byWord && up();
            case DOWN -> !byWord && down();
            case DELETE -> delete(draft.cursor(), draft.right());
            case BACKSPACE ->
                    byWord
                            ? kill(draft.wordStart(), draft.cursor())
                            : delete(draft.left(), draft.cursor());
            case TAB, ESCAPE, INSERT, PAGE_UP, PAGE_DOWN -> false;
            case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 -> false;
        };
    }

    /// Other keys than these end the search and do what they always do, but for Enter, which only
    /// takes what was found.
    private boolean searching(Search now, Key key) {
        if (key.equals(Key.ctrl('r'))) {
            return find(now.typed(), now.place(), now);
        }
        if (key.equals(Key.named(Name.BACKSPACE)) || key.equals(Key.ctrl('h'))) {
            String typed = now.typed();
            String less = typed.substring(0, Draft.of(typed).left());
            return find(less, history.size(), now);
        }
        if (key instanceof Key.Char(int c, Mods mods) && !mods.ctrl() && !mods.alt()) {
            return find(now.typed() + Character.toString(c), now.place() + 1, now);
        }
        search = Optional.empty();
        if (key.equals(Key.named(Name.ESCAPE)) || key.equals(Key.ctrl('g'))) {
            return change(now.before(), Last.OTHER);
        }
        return key.equals(Key.named(Name.ENTER));
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

    private boolean yankOlder() {
        int from = draft.cursor() - killed.latest().length();
        killed.turn();
        return insertInto(draft.without(from, draft.cursor()), killed.latest(), Last.YANKED);
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

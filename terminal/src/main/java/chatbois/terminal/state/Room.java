package chatbois.terminal.state;

import chatbois.terminal.edit.Draft;
import chatbois.terminal.talk.Anchor;
import chatbois.terminal.talk.Local;
import chatbois.terminal.talk.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the screen keeps of a place from one visit to the next. Owned by the screen's thread.
final class Room {
    private static final int MOST_LOCALS = 100;

    private final List<Local> locals = new ArrayList<>();

    /// What was being written when the member went elsewhere.
    Draft draft;

    /// The first row that is seen; nothing while the newest one is followed.
    Optional<Anchor> top = Optional.empty();

    /// The message that the member was led to; 0 for none.
    long marked;

    /// Whether it is still to be brought into the middle, once it is there.
    boolean jumping;

    long newAfter = Story.NOTHING_NEW;

    /// @param draft what was being written before
    Room(Draft draft) {
        this.draft = draft;
    }

    List<Local> locals() {
        return locals;
    }

    void add(Local local) {
        locals.add(local);
        if (locals.size() > MOST_LOCALS) {
            locals.removeFirst();
        }
    }
}

package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.History;
import chatbois.terminal.talk.Anchor;
import chatbois.terminal.talk.Local;
import chatbois.terminal.talk.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the screen keeps of a place from one visit to the next. Owned by the screen's thread.
final class Room {
    private static final int MOST_LOCALS = 100;

    private final List<Local> locals = new ArrayList<>();

    /// What the member typed here before.
    private final History history = new History();

    private boolean recalled;

    /// What was being written when the member went elsewhere.
    Draft draft;

    /// What the session knew last of what is being written, here or on another device.
    String known;

    /// The first row that is seen; nothing while the newest one is followed.
    Optional<Anchor> top = Optional.empty();

    /// The message that the member was led to; 0 for none.
    long marked;

    /// Whether it is still to be brought into the middle, once it is there.
    boolean jumping;

    /// What is pinned, as far as was asked.
    Set<Long> pins = Set.of();

    long newAfter = Story.NOTHING_NEW;

    /// @param draft what was being written before
    Room(Draft draft) {
        this.draft = draft;
        this.known = draft.text();
    }

    List<Local> locals() {
        return locals;
    }

    History history() {
        return history;
    }

    /// Once the chat is there, what the member said in it before can be gone back to: the log is
    /// the memory of it, no file is needed.
    void recall(List<Entry> entries) {
        if (recalled || entries.isEmpty()) {
            return;
        }
        recalled = true;
        history.begin(entries.stream().filter(Entry::own).flatMap(Room::typed).toList());
    }

    /// As it was typed.
    private static Stream<String> typed(Entry entry) {
        return switch (entry.said()) {
            case Said.Text(String text) -> Stream.of(text.startsWith("/") ? "/" + text : text);
            case Said.Action(String text) -> Stream.of("/me " + text);
            case Said _ -> Stream.of();
        };
    }

    void add(Local local) {
        locals.add(local);
        if (locals.size() > MOST_LOCALS) {
            locals.removeFirst();
        }
    }
}

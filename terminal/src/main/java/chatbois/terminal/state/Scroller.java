package chatbois.terminal.state;

import chatbois.terminal.talk.Anchor;
import chatbois.terminal.talk.Talk;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where in the chat in view one reads, and which message stands out. Owned by the screen's thread.
final class Scroller {
    private final Model model;
    private final Consumer<Effect> want;

    /// Whether more of the chat was asked for and is not here yet.
    private boolean sliding;

    /// The chat in view, if what is older was asked for to fill it.
    private @Nullable Place filled;

    Scroller(Model model, Consumer<Effect> want) {
        this.model = model;
        this.want = want;
    }

    /// Scrolls down by rows, or up.
    void scroll(int rows) {
        Place here = model.here;
        if (here == null) {
            return;
        }
        Talk talk = model.talk();
        int height = model.layout().talkHeight();
        Anchor top = talk.moved(model.top(talk), rows, height);
        boolean atEnd = model.talk.atEnd() && talk.isEnd(top, height);
        model.room(here).top = atEnd ? Optional.empty() : Optional.of(top);
        if (!model.talk.atStart() && talk.rowsAbove(top, 2 * height) < 2 * height) {
            slide(Effect.Direction.OLDER);
        } else if (!model.talk.atEnd() && talk.isEnd(talk.moved(top, 2 * height, height), height)) {
            slide(Effect.Direction.NEWER);
        }
    }

    /// Asks for what is older if there is room for it: what is said in the moment in which a chat
    /// is opened may be all that is known of it. Only once, since what is older may be hidden.
    void fill() {
        boolean lacks = !model.talk.atStart() && !model.talk.entries().isEmpty();
        if (lacks
                && !sliding
                && !Objects.equals(filled, model.here)
                && model.talk.entries().size() < model.layout().talkHeight()) {
            filled = model.here;
            slide(Effect.Direction.OLDER);
        }
    }

    /// Lets a message stand out, and brings it into sight.
    void show(long seq) {
        Place here = model.here;
        if (here == null) {
            return;
        }
        Room room = model.room(here);
        room.marked = seq;
        Talk talk = model.talk();
        int height = model.layout().talkHeight();
        Anchor top = model.top(talk);
        boolean above = seq < top.seq() || (seq == top.seq() && top.row() > 0);
        if (above || seq > talk.lastSeen(top, height)) {
            scrollTo(room, new Anchor(seq, 0), -height / 2);
        }
        scroll(0);
    }

    /// The place of the message that stands out, else of the last one in sight.
    long inSight() {
        Place here = model.here;
        if (here == null) {
            return 0;
        }
        Room room = model.room(here);
        if (room.marked != 0) {
            return room.marked;
        }
        Talk talk = model.talk();
        return room.top
                .map(top -> talk.lastSeen(top, model.layout().talkHeight()))
                .orElse(Long.MAX_VALUE);
    }

    /// No message stands out any more.
    void unmark() {
        if (model.here != null) {
            model.room(model.here).marked = 0;
        }
    }

    /// Whether the newest message is in view, or there is none.
    boolean isAtEnd() {
        return model.here == null || model.room(model.here).top.isEmpty();
    }

    void scrollToEnd() {
        if (model.here != null) {
            Room room = model.room(model.here);
            room.top = Optional.empty();
            room.marked = 0;
            room.jumping = false;
        }
    }

    /// Brings the message that the member was led to into the middle, once it has come.
    void center() {
        Room room = model.here == null ? null : model.room(model.here);
        if (room == null
                || !room.jumping
                || model.talk.entries().stream().noneMatch(e -> e.seq() == room.marked)) {
            return;
        }
        room.jumping = false;
        scrollTo(room, new Anchor(room.marked, 0), -model.layout().talkHeight() / 2);
    }

    private void scrollTo(Room room, Anchor from, int rows) {
        Talk talk = model.talk();
        int height = model.layout().talkHeight();
        Anchor top = talk.moved(from, rows, height);
        boolean atEnd = model.talk.atEnd() && talk.isEnd(top, height);
        room.top = atEnd ? Optional.empty() : Optional.of(top);
    }

    void slide(Effect.Direction direction) {
        if (!sliding) {
            sliding = true;
            want.accept(new Effect.Slide(direction));
        }
    }

    /// Leads to a message of a chat that the member goes to.
    void jump(Place place, long seq) {
        Room room = model.room(place);
        room.top = Optional.of(new Anchor(seq, 0));
        room.marked = seq;
        room.jumping = true;
        want.accept(new Effect.Jump(place, seq));
    }

    /// What was asked for has come, or can't.
    void slid() {
        sliding = false;
    }
}

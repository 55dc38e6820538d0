package chatbois.terminal.state;

import chatbois.terminal.command.Waiting;
import chatbois.terminal.key.Report.Action;
import chatbois.terminal.key.Report.Mouse;
import chatbois.terminal.talk.Anchor;
import chatbois.terminal.talk.Talk;
import java.util.List;

/// What the mouse does: its wheel scrolls, a click goes to a chat, chooses a message, or takes what
/// is clicked in a list.
final class Pointer {
    private static final int ROWS = 3;

    private final Model model;
    private final Update update;
    private final Keys keys;

    Pointer(Model model, Update update, Keys keys) {
        this.model = model;
        this.update = update;
        this.keys = keys;
    }

    void take(Mouse mouse) {
        model.pressedAt = model.now();
        int rows =
                switch (mouse.action()) {
                    case CLICK -> 0;
                    case WHEEL_UP -> -ROWS;
                    case WHEEL_DOWN -> ROWS;
                };
        switch (model.overlay) {
            case Overlay.None(), Overlay.Choose _ -> inChat(mouse, rows);
            case Overlay.Sheet sheet ->
                    model.overlay = sheet.scrolled(rows, model.width(), model.height());
            case Overlay.Switch(Switcher switcher) -> inSwitcher(switcher, mouse, rows);
            case Overlay.Find(Finder finder) -> inFinder(finder, mouse, rows);
            case Overlay.Unread(Inbox inbox) -> inInbox(inbox, mouse, rows);
            case Overlay.Join _, Overlay.AskPaste _, Overlay.Picture _ -> {}
        }
    }

    private void inChat(Mouse mouse, int rows) {
        Layout layout = model.layout();
        if (mouse.action() != Action.CLICK) {
            update.scroller.scroll(rows);
        } else if (mouse.x() < layout.listColumns() && mouse.y() < layout.statusRow()) {
            Listing.of(model, layout.statusRow()).at(mouse.y()).ifPresent(this::go);
        } else if (mouse.x() >= layout.list() && mouse.x() < layout.list() + layout.talkWidth()) {
            keys.choose(seqAt(layout, mouse.y() - layout.talkTop()));
        }
    }

    private void go(Item item) {
        keys.chooseNone();
        model.hint = "";
        update.go(item.place());
    }

    /// The place in the log of what is in that row of the chat; 0 for nothing.
    private long seqAt(Layout layout, int row) {
        Talk talk = model.talk();
        Anchor top = model.top(talk);
        int shown = talk.rows(top, layout.talkHeight()).size();
        int at = row - (layout.talkHeight() - shown);
        return at < 0 || at >= shown ? 0 : talk.seqAt(top, at);
    }

    private void inSwitcher(Switcher switcher, Mouse mouse, int rows) {
        List<Item> found = switcher.found(model.items());
        if (mouse.action() != Action.CLICK) {
            switcher.choose(Integer.signum(rows), found);
            return;
        }
        int at = switcher.first(found, listHeight()) + mouse.y() - Layout.LIST_TOP;
        if (isInList(mouse) && at < found.size()) {
            model.overlay = new Overlay.None();
            update.go(found.get(at).place());
        }
    }

    /// The first click shows what is around it, the next one goes there.
    private void inFinder(Finder finder, Mouse mouse, int rows) {
        if (mouse.action() != Action.CLICK) {
            finder.choose(Integer.signum(rows)).forEach(update::want);
            return;
        }
        int at = isInList(mouse) ? finder.at(mouse.y() - Layout.LIST_TOP, listHeight()) : -1;
        if (at >= 0 && at == finder.chosen()) {
            update.jump(finder);
        } else if (at >= 0) {
            finder.choose(at - finder.chosen()).forEach(update::want);
        }
    }

    private void inInbox(Inbox inbox, Mouse mouse, int rows) {
        if (mouse.action() != Action.CLICK) {
            inbox.choose(Integer.signum(rows), model);
            return;
        }
        List<Waiting> waiting = inbox.waiting(model);
        int height = model.height() - 2;
        int at = inbox.first(waiting, height) + mouse.y() - 1;
        if (mouse.y() >= 1 && mouse.y() <= height && at < waiting.size()) {
            update.goTo(waiting.get(at));
        }
    }

    private boolean isInList(Mouse mouse) {
        return mouse.y() >= Layout.LIST_TOP && mouse.y() < Layout.LIST_TOP + listHeight();
    }

    /// Below the title and the field, above the keys.
    private int listHeight() {
        return Math.max(model.height() - Layout.LIST_TOP - 1, 0);
    }
}

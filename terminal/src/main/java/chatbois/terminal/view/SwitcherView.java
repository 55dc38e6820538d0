package chatbois.terminal.view;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.state.Item;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Switcher;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.Wrap;
import java.util.List;

/// Draws the way to another chat: what is typed of its name, and below it what fits.
final class SwitcherView {
    private static final String PROMPT = " > ";

    private SwitcherView() {}

    static void draw(Cells cells, Switcher switcher, Model model) {
        OverlayView.bar(cells.part(0, 0, cells.width(), 1), "Go to a chat");
        field(cells.part(0, 1, cells.width(), 1), switcher);
        found(cells.part(0, 2, cells.width(), cells.height() - 3), switcher, model);
        String keys = model.hint().isEmpty() ? keys(cells, model.bindings()) : model.hint();
        OverlayView.bar(cells.part(0, cells.height() - 1, cells.width(), 1), keys);
    }

    /// What can be done with what was found.
    static String keys(Cells cells, Bindings keys) {
        String goes = keys.key(Action.TAKE) + " goes there";
        String choose = keys.key(Action.LIST_UP) + " and " + keys.key(Action.LIST_DOWN) + " choose";
        String closes = keys.key(Action.CLOSE) + " closes";
        return Wrap.fitting(
                cells.width() - 2,
                goes + " · " + choose + " · " + closes,
                goes + " · " + closes,
                closes);
    }

    private static void field(Cells row, Switcher switcher) {
        int left = Cluster.width(PROMPT);
        row.put(0, 0, PROMPT, Look.ACCENT);
        var view = switcher.field().view(row.width() - left, 1);
        row.put(left, 0, view.rows().getFirst(), Look.PLAIN);
        row.cursor(left + view.cursorX(), 0);
    }

    private static void found(Cells cells, Switcher switcher, Model model) {
        List<Item> found = switcher.found(model.items());
        if (found.isEmpty()) {
            String nothing =
                    model.items().stream().allMatch(Item.Heading.class::isInstance)
                            ? "There is no chat yet; /new makes one, /msg writes to somebody."
                            : "No chat of yours is called like that; /browse lists the public ones.";
            cells.put(3, 0, Wrap.ellipsis(nothing, cells.width() - 4), Look.QUIET);
            return;
        }
        int chosen = switcher.chosen(found);
        int top = switcher.first(found, cells.height());
        for (int y = 0; y < cells.height() && top + y < found.size(); y++) {
            Item item = found.get(top + y);
            draw(cells.part(0, y, cells.width(), 1), item, top + y == chosen);
        }
    }

    private static void draw(Cells row, Item item, boolean chosen) {
        if (chosen) {
            row.fill(Look.CHOSEN);
        }
        Style plain = chosen ? Look.CHOSEN : Look.PLAIN;
        Style quiet = chosen ? Look.CHOSEN : Look.QUIET;
        String where = Wrap.ellipsis(item.community().name(), row.width() / 3);
        int right = row.width() - Cluster.width(where) - 1;
        row.put(right, 0, where, quiet);
        int end = row.put(3, 0, Wrap.ellipsis(item.title(), right - 12), plain);
        row.put(end, 0, "  " + note(item), chosen ? Look.CHOSEN : Look.ACCENT);
    }

    private static String note(Item item) {
        return switch (item) {
            case Item.Chat(_, var info) when info.unread() > 0 -> info.unread() + " new";
            case Item.Invited _ -> "join?";
            case Item.Chat _, Item.Heading _ -> "";
        };
    }
}

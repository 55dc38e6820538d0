package chatbois.terminal.view;

import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.state.Item;
import chatbois.terminal.state.Listing;
import chatbois.terminal.state.Model;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.Wrap;
import java.util.List;

/// Draws the chat list: a section for each community, its chats with the number that Alt takes to
/// them, and how much is unread.
final class ListView {
    private ListView() {}

    static void draw(Cells cells, Model model) {
        if (cells.width() < 3) {
            return;
        }
        int border = cells.width() - 1;
        for (int y = 0; y < cells.height(); y++) {
            cells.put(border, y, "│", Look.QUIET);
        }
        Listing listing = Listing.of(model, cells.height());
        List<Item> items = listing.items();
        int here = listing.here();
        int top = listing.first();
        for (int i = top; i < items.size() && i - top < cells.height(); i++) {
            Cells row = cells.part(0, i - top, border, 1);
            draw(row, model, items.get(i), i == here);
        }
    }

    private static void draw(Cells row, Model model, Item item, boolean chosen) {
        if (chosen) {
            row.fill(Look.CHOSEN);
        }
        String mark = mark(item);
        int marked = mark.isEmpty() ? 0 : Cluster.width(mark) + 1;
        int x = 0;
        if (!(item instanceof Item.Heading)) {
            int number = model.numbers().of(item.place());
            String digit = number == 0 ? "  " : number + " ";
            x = row.put(1, 0, digit, chosen ? Look.CHOSEN : Look.QUIET);
        }
        String sign = model.sign(item.sighting());
        if (!sign.isEmpty()) {
            x = row.put(x, 0, sign, chosen ? Look.CHOSEN : Look.QUIET) + 1;
        }
        String title = Wrap.ellipsis(item.title(), row.width() - x - 1 - marked);
        row.put(x == 0 ? 1 : x, 0, title, chosen ? Look.CHOSEN : look(item));
        row.put(row.width() - marked, 0, mark, chosen ? Look.CHOSEN : markLook(item));
    }

    private static Style look(Item item) {
        return switch (item) {
            case Item.Heading _ -> Look.STRONG;
            case Item.Chat(_, var info) -> info.unread() > 0 ? Look.STRONG : Look.PLAIN;
            case Item.Invited _ -> Look.QUIET;
        };
    }

    private static String mark(Item item) {
        return switch (item) {
            case Item.Heading(Snapshot community) -> mark(community.state());
            case Item.Chat(_, var info) when info.broken() != null -> "!";
            case Item.Chat(_, var info) when info.mentions() > 0 -> "@" + info.unread();
            case Item.Chat(_, var info) ->
                    info.unread() == 0 ? "" : Integer.toString(info.unread());
            case Item.Invited _ -> "join?";
        };
    }

    private static String mark(SessionState state) {
        return switch (state) {
            case SessionState.Online() -> "";
            case SessionState.Connecting() -> "…";
            case SessionState.Waiting _ -> "off";
            case SessionState.Stopped _ -> "stopped";
        };
    }

    private static Style markLook(Item item) {
        return switch (item) {
            case Item.Heading(Snapshot community) ->
                    community.state() instanceof SessionState.Stopped ? Look.WRONG : Look.FRESH;
            case Item.Chat(_, var info) -> info.broken() != null ? Look.WRONG : Look.ACCENT;
            case Item.Invited _ -> Look.FRESH;
        };
    }
}

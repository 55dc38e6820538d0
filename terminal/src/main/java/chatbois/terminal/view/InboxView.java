package chatbois.terminal.view;

import chatbois.client.session.Entry;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.terminal.binding.Action;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.command.Transcript;
import chatbois.terminal.command.Waiting;
import chatbois.terminal.command.Waiting.What;
import chatbois.terminal.state.Inbox;
import chatbois.terminal.state.Model;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.util.List;

/// Draws what waits to be read: a row for each message that is meant for the member, and for each
/// chat with something unread.
final class InboxView {
    private static final String NOTHING =
            "Nothing waits for you. What is unread in any community comes here.";

    private InboxView() {}

    static void draw(Cells cells, Inbox inbox, Model model) {
        OverlayView.bar(cells.part(0, 0, cells.width(), 1), "Inbox");
        List<Waiting> waiting = inbox.waiting(model);
        Cells body = cells.part(0, 1, cells.width(), Math.max(cells.height() - 2, 0));
        if (waiting.isEmpty()) {
            int y = 0;
            for (String row : Wrap.rows(NOTHING, body.width() - 4)) {
                body.put(3, y++, row, Look.QUIET);
            }
        }
        int chosen = inbox.chosen(waiting);
        int top = inbox.first(waiting, body.height());
        for (int y = 0; y < body.height() && top + y < waiting.size(); y++) {
            Cells row = body.part(0, y, body.width(), 1);
            draw(row, waiting.get(top + y), top + y == chosen, model.communities().size() > 1);
        }
        String keys =
                !model.hint().isEmpty()
                        ? model.hint()
                        : waiting.isEmpty()
                                ? model.bindings().key(Action.CLOSE) + " closes"
                                : SwitcherView.keys(cells, model.bindings());
        OverlayView.bar(cells.part(0, cells.height() - 1, cells.width(), 1), keys);
    }

    private static void draw(Cells row, Waiting one, boolean isChosen, boolean several) {
        if (isChosen) {
            row.fill(Look.CHOSEN);
        }
        int right = row.width() - 1;
        if (several) {
            String where = Wrap.ellipsis(SafeText.line(one.name()), row.width() / 4);
            right -= Cluster.width(where) + 1;
            row.put(right + 1, 0, where, look(isChosen, Look.QUIET));
        }
        row.put(1, 0, sign(one.what()), look(isChosen, Look.FRESH));
        String chat = Wrap.ellipsis(SafeText.line(one.title()), Math.max(row.width() / 4, 8));
        int end = row.put(3, 0, chat, look(isChosen, Look.ACCENT)) + 2;
        if (one.what() instanceof What.Named(_, Entry mention)) {
            String author = Wrap.ellipsis(SafeText.line(mention.author()), 14);
            end = row.put(end, 0, author, look(isChosen, Look.name(mention.by()))) + 1;
        }
        String words = SafeText.line(words(one.what()));
        row.put(end, 0, Wrap.ellipsis(words, right - end), look(isChosen, Look.PLAIN));
    }

    private static String sign(What what) {
        return switch (what) {
            case What.Unread _ -> " ";
            case What.Named _ -> "@";
            case What.Invited _ -> "+";
        };
    }

    private static String words(What what) {
        return switch (what) {
            case What.Unread(ChatInfo chat) -> Waiting.count(chat);
            case What.Named(_, Entry mention) -> Transcript.text(mention).replace('\n', ' ');
            case What.Invited(InvitationInfo invitation) -> invitation.by() + " invites you";
        };
    }

    private static Style look(boolean isChosen, Style plain) {
        return isChosen ? Look.CHOSEN : plain;
    }
}

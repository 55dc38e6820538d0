package chatbois.terminal.view;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.state.JoinForm;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Overlay;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Wrap;
import java.util.List;

/// Draws what lies over the chat.
final class OverlayView {
    private OverlayView() {}

    static void sheet(Cells cells, Overlay.Sheet sheet, Model model) {
        bar(cells.part(0, 0, cells.width(), 1), sheet.title());
        Cells body = cells.part(0, 1, cells.width(), Overlay.Sheet.bodyHeight(cells.height()));
        List<String> rows = sheet.rows(cells.width(), cells.height());
        int y = -sheet.scroll();
        for (String row : rows) {
            body.put(0, y++, row, Look.PLAIN);
        }
        for (String row : sheet.picture(cells.width(), cells.height())) {
            body.put(0, y++, row, Look.PAPER);
        }
        Bindings keys = model.bindings();
        String shows = " · " + keys.key(Action.LIST_PAGE_DOWN) + " shows more";
        String copies =
                sheet.line().isEmpty()
                        ? ""
                        : " · " + keys.key(Action.COPY_LINE) + " copies the line";
        String foot =
                keys.key(Action.CLOSE) + " closes" + copies + (y > body.height() ? shows : "");
        String types = sheet.takesCommand(model) ? " · / types a command" : "";
        bar(
                cells.part(0, cells.height() - 1, cells.width(), 1),
                Wrap.fitting(cells.width() - 2, foot + types, foot));
    }

    static void bar(Cells row, String text) {
        row.fill(Look.BAR);
        row.put(1, 0, Wrap.ellipsis(text, row.width() - 2), Look.BAR_STRONG);
    }

    static void join(Cells cells, JoinForm form, Model model) {
        boolean member = !model.communities().isEmpty();
        int width = Math.min(cells.width() - 4, 76);
        Cells page = cells.part((cells.width() - width) / 2, 1, width, cells.height() - 2);
        int y = 0;
        if (!member) {
            y = text(page, y, "chatbois", Look.STRONG);
            y = text(page, y, "Chat with friends through a server of your own.", Look.QUIET) + 1;
        }
        y = text(page, y, question(form, model.bindings()), Look.PLAIN) + 1;
        y = field(page, y, form) + 1;
        if (!form.problem().isEmpty()) {
            y = text(page, y, form.problem(), Look.WRONG) + 1;
        }
        text(page, y, advice(form, member, model.bindings()), Look.QUIET);
        text(page, page.height() - 1, model.hint(), Look.STRONG);
    }

    private static String question(JoinForm form, Bindings keys) {
        return switch (form.step()) {
            case INVITE -> "Paste an invite and press " + keys.key(Action.TAKE) + ":";
            case NAME -> "Your name there, at " + form.host().orElse("?") + ":";
            case WAITING -> "Joining at " + form.host().orElse("?") + "…";
        };
    }

    private static String advice(JoinForm form, boolean member, Bindings keys) {
        return switch (form.step()) {
            case INVITE ->
                    member
                            ? keys.key(Action.CLOSE) + " goes back to your chats."
                            : """
                            An invite is one line that begins with chatbois:// and comes from a \
                            member.

                            No invite? Host a community here: start ./chatbois --server in another \
                            terminal; it prints the first invite, which is yours.

                            %s twice quits.\
                            """
                                    .formatted(keys.key(Action.STOP));
            case NAME ->
                    "%s joins · %s takes another invite"
                            .formatted(keys.key(Action.TAKE), keys.key(Action.CLOSE));
            case WAITING -> "";
        };
    }

    private static int field(Cells page, int y, JoinForm form) {
        int rows = Math.clamp(page.height() - y - 1, 1, 4);
        var view = form.field().view(page.width() - 2, rows);
        page.put(0, y, ">", Look.ACCENT);
        for (int i = 0; i < view.rows().size(); i++) {
            page.put(2, y + i, view.rows().get(i), Look.PLAIN);
        }
        if (form.step() != JoinForm.Step.WAITING) {
            page.cursor(2 + view.cursorX(), y + view.cursorY());
        }
        return y + view.rows().size();
    }

    private static int text(Cells page, int y, String text, Style style) {
        int row = y;
        for (String line : Wrap.rows(text, page.width())) {
            page.put(0, row++, line, style);
        }
        return row;
    }
}

package chatbois.terminal.view;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.state.Model;
import chatbois.terminal.talk.Look;

/// Draws what is being written.
final class InputView {
    private static final String PROMPT = "> ";

    private InputView() {}

    static void draw(Cells cells, Model model) {
        int left = PROMPT.length();
        var draft = model.editor().view(cells.width() - left, cells.height());
        cells.put(0, 0, PROMPT, Look.QUIET);
        for (int y = 0; y < draft.rows().size(); y++) {
            cells.put(left, y, draft.rows().get(y), Look.PLAIN);
        }
        if (draft.moreAbove()) {
            cells.put(0, 0, "↑", Look.QUIET);
        }
        if (draft.moreBelow()) {
            cells.put(0, cells.height() - 1, "↓", Look.QUIET);
        }
        cells.cursor(left + draft.cursorX(), draft.cursorY());
    }
}

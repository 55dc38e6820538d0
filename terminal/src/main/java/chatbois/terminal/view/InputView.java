package chatbois.terminal.view;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Place;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Cluster;

/// Draws what is being written.
final class InputView {
    private static final String PROMPT = "> ";

    /// What is written answers the thread in view.
    private static final String IN_THREAD = "↳ ";

    private InputView() {}

    /// The column in which a place of the draft is that is on the cursor's row, or begins it.
    static int columnOf(Model model, int place) {
        Draft draft = model.editor().draft();
        int cursor = model.editor().view(model.width() - PROMPT.length(), 1).cursorX();
        String between = draft.text().substring(Math.min(place, draft.cursor()), draft.cursor());
        return PROMPT.length() + Math.max(cursor - Cluster.width(between), 0);
    }

    static void draw(Cells cells, Model model) {
        int left = PROMPT.length();
        var draft = model.editor().view(cells.width() - left, cells.height());
        boolean inThread = model.here().filter(Place::isThread).isPresent();
        cells.put(0, 0, inThread ? IN_THREAD : PROMPT, Look.QUIET);
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

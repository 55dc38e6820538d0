package chatbois.terminal.view;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.state.Crowd;
import chatbois.terminal.state.Crowd.Line;
import chatbois.terminal.state.Model;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.util.List;

/// Draws who is in the chat in view, as many as there are rows for.
final class MembersView {
    /// Before a name there is a sign of how its owner is there.
    private static final int SIGNS = 1;

    private static final int NAMES = 3;

    private MembersView() {}

    static void draw(Cells cells, Model model) {
        for (int y = 0; y < cells.height(); y++) {
            cells.put(0, y, "│", Look.QUIET);
        }
        model.crowd().ifPresent(crowd -> draw(cells, crowd, model));
    }

    private static void draw(Cells cells, Crowd crowd, Model model) {
        List<Line> lines = crowd.lines();
        int rows = lines.size() > cells.height() ? cells.height() - 1 : lines.size();
        int shown = 0;
        for (int y = 0; y < rows; y++) {
            switch (lines.get(y)) {
                case Line.Heading(String role) -> put(cells, 2, y, role, Look.QUIET);
                case Line.Seat seat -> {
                    shown++;
                    Style look = seat.own() ? Look.OWN_NAME : Look.name(seat.id());
                    cells.put(SIGNS, y, sign(seat, model), Look.QUIET);
                    put(cells, NAMES, y, seat.name(), look);
                }
            }
        }
        if (shown < crowd.size()) {
            put(cells, NAMES, rows, "+" + (crowd.size() - shown) + " more", Look.QUIET);
        }
    }

    private static String sign(Line.Seat seat, Model model) {
        return model.community()
                .map(community -> model.sign(community.around().nearby().of(seat.id())))
                .orElse("");
    }

    private static void put(Cells cells, int x, int y, String text, Style look) {
        cells.put(x, y, Wrap.ellipsis(SafeText.line(text), cells.width() - x), look);
    }
}

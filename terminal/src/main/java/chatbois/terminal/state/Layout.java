package chatbois.terminal.state;

import chatbois.terminal.setting.Setting;
import chatbois.terminal.talk.Look;
import chatbois.terminal.talk.Row;
import chatbois.terminal.text.Wrap;
import java.util.List;

/// Where everything is on the screen: from the top the title, a warning if there is one, the chat,
/// the status and the input; the list to the left of the first three.
///
/// @param list the columns of the chat list with its border and a blank; 0 if it is hidden
/// @param input the rows of the input
public record Layout(int width, int height, int list, List<Row> banner, int input) {
    /// Smaller than this, nothing can be shown.
    static final int LEAST_WIDTH = 30;

    static final int LEAST_HEIGHT = 8;

    private static final int MOST_BANNER_ROWS = 6;
    static final String PROMPT = "> ";

    static Layout of(Model model) {
        int width = model.width();
        int height = model.height();
        boolean listed =
                model.listChosen()
                        .orElse(width >= model.settings().number(Setting.LOOKS_LIST_FROM));
        int list = listed ? Math.clamp(width / 4, 16, 28) : 0;
        int input = model.editor().view(width - PROMPT.length(), mostInput(model)).rows().size();
        return new Layout(width, height, list, banner(model.warning(), width - list), input);
    }

    private static int mostInput(Model model) {
        return Math.clamp(model.height() / 4, 1, model.settings().number(Setting.WRITING_ROWS));
    }

    private static List<Row> banner(String warning, int width) {
        if (warning.isEmpty()) {
            return List.of();
        }
        return Wrap.rows(warning, width - 2).stream()
                .limit(MOST_BANNER_ROWS)
                .map(row -> Row.of(" " + row, Look.ALARM))
                .toList();
    }

    /// The columns of the list itself and its border.
    public int listColumns() {
        return Math.max(list - 1, 0);
    }

    public boolean isTooSmall() {
        return width < LEAST_WIDTH || height < LEAST_HEIGHT;
    }

    /// The columns of the chat.
    public int talkWidth() {
        return Math.max(width - list, 1);
    }

    /// The first row of the chat.
    public int talkTop() {
        return 1 + banner.size();
    }

    /// The rows of the chat.
    public int talkHeight() {
        return Math.max(statusRow() - talkTop(), 1);
    }

    public int statusRow() {
        return height - 1 - input;
    }
}

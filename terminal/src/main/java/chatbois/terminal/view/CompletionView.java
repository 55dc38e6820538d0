package chatbois.terminal.view;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.emoji.Emoji;
import chatbois.terminal.state.Completion;
import chatbois.terminal.state.Layout;
import chatbois.terminal.state.Model;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.Wrap;
import java.util.List;

/// Draws what the word before the cursor may become, above the word, over the end of the chat.
final class CompletionView {
    private static final int MOST_ROWS = 10;
    private static final int MOST_COLUMNS = 40;

    private CompletionView() {}

    static void draw(Cells cells, Model model, Layout layout) {
        model.completion()
                .filter(completion -> completion.isOffered() || completion.candidates().size() > 1)
                .ifPresent(completion -> draw(cells, model, layout, completion));
    }

    private static void draw(Cells cells, Model model, Layout layout, Completion completion) {
        List<String> all = completion.candidates().stream().map(CompletionView::shown).toList();
        int rows = Math.min(Math.min(all.size(), MOST_ROWS), layout.talkHeight());
        // The chosen one stays in sight.
        int first = Math.clamp(completion.chosen() - rows + 1L, 0, all.size() - rows);
        List<String> shown = all.subList(first, first + rows);
        int widest = shown.stream().mapToInt(Cluster::width).max().orElse(0);
        int width = Math.min(Math.min(widest, MOST_COLUMNS) + 2, cells.width());
        int x =
                Math.clamp(
                        InputView.columnOf(model, completion.from()) - 1L,
                        0,
                        cells.width() - width);
        Cells list = cells.part(x, layout.statusRow() - rows, width, rows);
        list.fill(Look.BAR);
        for (int y = 0; y < rows; y++) {
            boolean chosen = first + y == completion.chosen();
            if (chosen) {
                list.part(0, y, width, 1).fill(Look.CHOSEN);
            }
            String text = Wrap.ellipsis(shown.get(y), width - 2);
            list.put(0, y, chosen ? "›" : " ", chosen ? Look.CHOSEN : Look.BAR);
            list.put(1, y, text, chosen ? Look.CHOSEN : Look.BAR);
        }
    }

    /// The name of an emoji behind the emoji.
    private static String shown(String candidate) {
        String text = candidate.strip();
        return text.startsWith(":")
                ? Emoji.byName(text).map(emoji -> emoji.text() + " " + text).orElse(text)
                : text;
    }
}

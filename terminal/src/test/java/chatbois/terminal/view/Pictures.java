package chatbois.terminal.view;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.state.Scene;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Pictures of scenes as text.
final class Pictures {
    private Pictures() {}

    static Cells cells(Scene scene) {
        Cells cells = new Cells(scene.model.width(), scene.model.height());
        View.draw(cells, scene.model);
        return cells;
    }

    /// All rows, without the blanks at their ends.
    static String of(Scene scene) {
        Cells cells = cells(scene);
        return IntStream.range(0, cells.height())
                .mapToObj(cells::row)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

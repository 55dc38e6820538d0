package chatbois.terminal.view;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.media.FileLine;
import chatbois.terminal.media.Gallery.Exposed;
import chatbois.terminal.media.Panel;
import chatbois.terminal.media.Wanted;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Viewer;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws one picture over the whole screen.
final class ViewerView {
    private ViewerView() {}

    static Wanted draw(Cells cells, Viewer viewer, Model model) {
        int rows = Math.max(cells.height() - 2, 1);
        Cells room = cells.part(0, 1, cells.width(), rows);
        Wanted wanted = viewer.wanted(cells.width(), rows);
        switch (viewer.exposed(model.showcase().gallery(), wanted.shot()).orElse(null)) {
            case Exposed.Drawn(Panel panel, _) -> hang(panel, room);
            case Exposed.Failed(String sentence) ->
                    room.put(1, rows / 2, Wrap.ellipsis(sentence, room.width() - 2), Look.WRONG);
            case null -> {
                String alt = viewer.shown().file().alt();
                String words = alt == null ? "It is being drawn …" : SafeText.line(alt);
                room.put(1, rows / 2, Wrap.ellipsis(words, room.width() - 2), Look.QUIET);
            }
        }
        String file = FileLine.of(viewer.shown().file(), 0, /* going= */ false);
        OverlayView.bar(
                cells.part(0, 0, cells.width(), 1), joined(SafeText.line(file), viewer.count()));
        OverlayView.bar(cells.part(0, cells.height() - 1, cells.width(), 1), foot(viewer, model));
        return wanted;
    }

    private static void hang(Panel panel, Cells room) {
        int columns = Math.min(panel.size().columns(), room.width());
        int rows = Math.min(panel.size().rows(), room.height());
        int left = (room.width() - columns) / 2;
        int top = (room.height() - rows) / 2;
        Cells place = room.part(left, top, columns, rows);
        for (int row = 0; row < rows; row++) {
            panel.draw(place, 0, row, row);
        }
        place.later();
    }

    private static String foot(Viewer viewer, Model model) {
        if (!model.hint().isEmpty()) {
            return model.hint();
        }
        Bindings keys = model.bindings();
        return joined(
                viewer.playing(),
                viewer.nearness(),
                viewer.drawing().word(),
                keys.key(Action.LEAVE_PICTURE) + " closes",
                keys.key(Action.HELP) + " lists the keys");
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}

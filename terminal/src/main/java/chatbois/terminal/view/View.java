package chatbois.terminal.view;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.media.Wanted;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.state.Layout;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Overlay;
import chatbois.terminal.talk.Look;
import chatbois.terminal.talk.Row;
import chatbois.terminal.talk.Talk;
import chatbois.terminal.text.Wrap;
import java.util.ArrayList;
import java.util.List;

/// Draws the whole screen.
public final class View {
    private View() {}

    /// Gives the pictures that are to be seen.
    public static List<Wanted> draw(Cells cells, Model model) {
        List<Wanted> pictures = new ArrayList<>();
        draw(cells, model, pictures);
        return pictures;
    }

    private static void draw(Cells cells, Model model, List<Wanted> pictures) {
        if (model.settings().isOn(Setting.LOOKS_TITLE)) {
            cells.title(Titles.window(model));
        }
        Layout layout = model.layout();
        if (layout.isTooSmall()) {
            cells.put(0, 0, Wrap.ellipsis("Make this window larger.", cells.width()), Look.PLAIN);
            return;
        }
        switch (model.overlay()) {
            case Overlay.None(), Overlay.Choose _, Overlay.AskPaste _ ->
                    chat(cells, model, layout, pictures);
            case Overlay.Sheet sheet -> OverlayView.sheet(cells, sheet, model);
            case Overlay.Join(var form) -> OverlayView.join(cells, form, model);
            case Overlay.Switch(var switcher) -> SwitcherView.draw(cells, switcher, model);
            case Overlay.Unread(var inbox) -> InboxView.draw(cells, inbox, model);
            case Overlay.Find(var finder) -> FinderView.draw(cells, finder, model);
            case Overlay.Picture(var viewer) -> pictures.add(ViewerView.draw(cells, viewer, model));
        }
    }

    private static void chat(Cells cells, Model model, Layout layout, List<Wanted> pictures) {
        int width = layout.talkWidth();
        int left = layout.list();
        ListView.draw(cells.part(0, 0, layout.listColumns(), layout.statusRow()), model);
        title(cells.part(layout.listColumns(), 0, cells.width(), 1), model);
        draw(
                layout.banner(),
                cells.part(layout.listColumns(), 1, cells.width(), layout.banner().size()),
                Look.ALARM);
        draw(
                layout.tour(),
                cells.part(left, layout.tourRow(), layout.tourWidth(), layout.tour().size()),
                Look.BAR);
        Cells talk = cells.part(left, layout.talkTop(), width, layout.talkHeight());
        talk(talk, model).forEach(pictures::add);
        MembersView.draw(
                cells.part(left + width, layout.talkTop(), layout.members(), layout.talkHeight()),
                model);
        CompletionView.draw(cells, model, layout);
        StatusView.draw(cells.part(0, layout.statusRow(), cells.width(), 1), model);
        InputView.draw(cells.part(0, layout.statusRow() + 1, cells.width(), layout.input()), model);
    }

    private static void title(Cells cells, Model model) {
        cells.fill(Look.BAR);
        int end = cells.put(1, 0, Titles.here(model, cells.width() - 2), Look.BAR_STRONG) + 2;
        cells.put(end, 0, Titles.about(model, cells.width() - end - 1), Look.BAR);
    }

    private static void draw(List<Row> rows, Cells cells, Style behind) {
        for (int y = 0; y < rows.size(); y++) {
            cells.part(0, y, cells.width(), 1).fill(behind);
            rows.get(y).draw(cells, 0, y);
        }
    }

    /// The newest row of a chat is at the bottom, also when there are few; where no chat is, the
    /// first is near the top, until there are too many.
    private static List<Wanted> talk(Cells cells, Model model) {
        Talk talk = model.talk();
        List<Row> rows = talk.rows(model.top(talk), cells.height());
        int free = cells.height() - rows.size();
        int top = model.chat().isPresent() ? free : Math.min(1, free);
        for (int y = 0; y < rows.size(); y++) {
            rows.get(y).draw(cells, 0, top + y);
        }
        HungPictures pictures = new HungPictures(model.showcase().gallery());
        for (int y = 0; y < rows.size(); y++) {
            pictures.draw(rows.get(y), cells.part(0, top + y, cells.width(), 1));
        }
        return pictures.seen();
    }
}

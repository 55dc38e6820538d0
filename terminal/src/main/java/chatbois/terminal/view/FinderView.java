package chatbois.terminal.view;

import chatbois.client.session.Entry;
import chatbois.client.session.Findings.Finding;
import chatbois.client.session.Said;
import chatbois.protocol.Hit.Mark;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.cell.Style.Attribute;
import chatbois.terminal.command.Lookup;
import chatbois.terminal.command.Transcript;
import chatbois.terminal.state.Finder;
import chatbois.terminal.state.Model;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Draws what is looked for and what was found: a row for each message, and for the one that is
/// chosen what stands around it.
final class FinderView {
    private static final String PROMPT = " > ";

    /// What was said around the chosen one stands behind a bar, so that it looks like no hit.
    private static final String BAR = "│ ";

    private static final int ASIDE = 5;

    /// Between the lines of a message, and its text and its files.
    private static final String BREAK = " · ";

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("     HH:mm");
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private FinderView() {}

    /// A cluster of a message, and whether it is what was looked for.
    private record Cell(Cluster cluster, boolean marked) {}

    static void draw(Cells cells, Finder finder, Model model) {
        String where = model.community().map(community -> " in " + community.name()).orElse("");
        OverlayView.bar(cells.part(0, 0, cells.width(), 1), "Find a message" + where);
        field(cells.part(0, 1, cells.width(), 1), finder);
        Cells body = cells.part(0, 2, cells.width(), Math.max(cells.height() - 3, 0));
        if (finder.found().isEmpty()) {
            remarks(body, finder);
        } else {
            found(body, finder, model);
        }
        String keys = model.hint().isEmpty() ? keys(cells, finder, model.bindings()) : model.hint();
        OverlayView.bar(cells.part(0, cells.height() - 1, cells.width(), 1), keys);
    }

    private static String keys(Cells cells, Finder finder, Bindings keys) {
        if (finder.isAsking()) {
            return "Looking…";
        }
        String closes = keys.key(Action.CLOSE) + " closes";
        return finder.isAnswered() && !finder.found().isEmpty()
                ? SwitcherView.keys(cells, keys)
                : Wrap.fitting(
                        cells.width() - 2,
                        keys.key(Action.TAKE) + " looks for it · " + closes,
                        closes);
    }

    private static void field(Cells row, Finder finder) {
        int left = Cluster.width(PROMPT);
        row.put(0, 0, PROMPT, Look.ACCENT);
        var view = finder.field().view(row.width() - left, 1);
        row.put(left, 0, view.rows().getFirst(), Look.PLAIN);
        row.cursor(left + view.cursorX(), 0);
    }

    private static void remarks(Cells cells, Finder finder) {
        List<String> remarks = new ArrayList<>();
        Style look = Look.QUIET;
        if (!finder.problem().isEmpty()) {
            remarks.addAll(Wrap.rows(finder.problem(), cells.width() - 4));
            look = Look.WRONG;
        } else if (finder.isAnswered() && !finder.isAsking()) {
            remarks.add(
                    "Nothing was found. Fewer words, or word* for all that begin so, find more.");
        } else if (!finder.isAsking()) {
            remarks.addAll(Lookup.advice());
        }
        for (int y = 0; y < remarks.size(); y++) {
            cells.put(3, y, Wrap.ellipsis(remarks.get(y), cells.width() - 4), look);
        }
    }

    private static void found(Cells cells, Finder finder, Model model) {
        List<Finding> found = finder.found();
        int chosen = finder.chosen();
        int y = 0;
        for (int i = finder.first(cells.height()); i < found.size() && y < cells.height(); i++) {
            y = i == chosen ? chosen(cells, y, finder, model) : one(cells, y, found.get(i), model);
        }
        if (y < cells.height() && finder.hasMore()) {
            cells.put(3, y, "…", Look.QUIET);
        }
    }

    private static int one(Cells cells, int y, Finding one, Model model) {
        draw(cells.part(0, y, cells.width(), 1), one, model, Look.PLAIN);
        return y + 1;
    }

    private static int chosen(Cells cells, int top, Finder finder, Model model) {
        Finding one = finder.found().get(finder.chosen());
        int y = top;
        for (Entry entry : finder.around()) {
            if (entry.seq() < one.seq()) {
                aside(cells, y++, entry);
            }
        }
        Cells row = cells.part(0, y++, cells.width(), 1);
        row.fill(Look.CHOSEN);
        draw(row, one, model, Look.CHOSEN);
        if (finder.isDoubtful()) {
            cells.put(3, y++, "The chat's history has no such message there.", Look.WRONG);
        }
        for (Entry entry : finder.around()) {
            if (entry.seq() > one.seq()) {
                aside(cells, y++, entry);
            }
        }
        return y;
    }

    private static void aside(Cells cells, int y, Entry entry) {
        String text = entry.author() + ": " + (entry.isMessage() ? "" : "– ") + words(entry);
        cells.put(ASIDE, y, BAR + Wrap.ellipsis(line(text), cells.width() - ASIDE - 3), Look.QUIET);
    }

    private static String words(Entry entry) {
        return switch (entry.said()) {
            case Said.Deleted(String by) -> "deleted by " + by;
            case Said.Erased() -> "erased";
            case Said.Hidden() -> "[a blocked member]";
            case Said _ -> Transcript.text(entry);
        };
    }

    private static String line(String text) {
        return SafeText.line(text.replace("\n", BREAK));
    }

    private static void draw(Cells row, Finding one, Model model, Style plain) {
        boolean chosen = plain.equals(Look.CHOSEN);
        Style quiet = chosen ? plain : Look.QUIET;
        int end = row.put(1, 0, time(one, model), quiet);
        String chat = Wrap.ellipsis(SafeText.line(Lookup.chat(one)), Math.max(row.width() / 5, 6));
        end = row.put(end + 1, 0, chat, chosen ? plain : Look.ACCENT);
        String author = Wrap.ellipsis(SafeText.line(one.author()), Math.max(row.width() / 6, 5));
        end = row.put(end + 1, 0, author, chosen ? plain : Look.name(one.by()));
        Style mark = (chosen ? plain : Look.FRESH).with(Attribute.BOLD).with(Attribute.UNDERLINE);
        for (Cell cell : inSight(cells(one), row.width() - end - 2)) {
            end = row.put(end, 0, List.of(cell.cluster), cell.marked ? mark : plain);
        }
    }

    private static String time(Finding one, Model model) {
        ZoneId zone = model.zone();
        var at = Instant.ofEpochMilli(one.time()).atZone(zone);
        LocalDate today = model.now().atZone(zone).toLocalDate();
        return (at.toLocalDate().equals(today) ? TODAY : EARLIER).format(at);
    }

    private static List<Cell> cells(Finding one) {
        List<Cell> cells = new ArrayList<>();
        add(cells, one.begun() ? " …" : " ", /* marked= */ false);
        int at = 0;
        for (Mark mark : one.marks()) {
            add(cells, one.excerpt().substring(at, mark.from()), /* marked= */ false);
            add(cells, one.excerpt().substring(mark.from(), mark.to()), /* marked= */ true);
            at = mark.to();
        }
        add(cells, one.excerpt().substring(at) + (one.goesOn() ? "…" : ""), /* marked= */ false);
        return cells;
    }

    private static void add(List<Cell> cells, String text, boolean marked) {
        Cluster.of(line(text)).forEach(cluster -> cells.add(new Cell(cluster, marked)));
    }

    /// As much as fits, with the first mark in it.
    private static List<Cell> inSight(List<Cell> cells, int width) {
        int first = 0;
        while (first < cells.size() && !cells.get(first).marked) {
            first++;
        }
        int from = 0;
        boolean tooLong = width(cells, 0, cells.size()) > width;
        if (tooLong && first < cells.size() && width(cells, 0, first + 1) > width * 2 / 3) {
            from = first;
            while (from > 0 && width(cells, from - 1, first) <= width / 3) {
                from--;
            }
        }
        List<Cell> seen = new ArrayList<>();
        if (from > 0) {
            add(seen, " …", /* marked= */ false);
        }
        seen.addAll(cells.subList(from, cells.size()));
        return width(seen, 0, seen.size()) <= width ? seen : cut(seen, width);
    }

    /// As much as fits, and the sign that it is not all.
    private static List<Cell> cut(List<Cell> cells, int width) {
        int to = cells.size();
        while (to > 0 && width(cells, 0, to) > width - 1) {
            to--;
        }
        List<Cell> seen = new ArrayList<>(cells.subList(0, to));
        add(seen, width < 1 ? "" : "…", /* marked= */ false);
        return seen;
    }

    private static int width(List<Cell> cells, int from, int to) {
        return cells.subList(from, to).stream().mapToInt(cell -> cell.cluster.width()).sum();
    }
}

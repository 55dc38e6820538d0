package chatbois.terminal.view;

import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.protocol.view.PlannedEnd;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.edit.Search;
import chatbois.terminal.state.Item;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Overlay;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Draws the status: how the connection is and what is unread elsewhere; or the remark of the
/// moment.
final class StatusView {
    private static final int MOST_NAMED = 4;

    private StatusView() {}

    static void draw(Cells cells, Model model) {
        cells.fill(Look.BAR);
        if (model.overlay() instanceof Overlay.AskPaste asked) {
            cells.put(1, 0, question(cells, asked, model.bindings()), Look.BAR_STRONG);
            return;
        }
        Search search = model.editor().search().orElse(null);
        if (search != null) {
            cells.put(1, 0, words(cells, search, model.bindings()), Look.BAR_STRONG);
        } else if (!model.hint().isEmpty()) {
            cells.put(1, 0, Wrap.ellipsis(model.hint(), cells.width() - 2), Look.BAR_STRONG);
        } else {
            String state =
                    typing(model)
                            + model.community().map(c -> words(c, model.now())).orElse("opening…");
            int end = cells.put(1, 0, Wrap.ellipsis(state, cells.width() - 2), Look.BAR);
            right(cells, end + 2, newer(model), unread(model));
        }
    }

    /// `ben is typing… · `, or nothing.
    private static String typing(Model model) {
        List<String> names =
                model.typing().stream().map(n -> Wrap.ellipsis(SafeText.line(n), 24)).toList();
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst() + " is typing… · ";
            case 2 -> names.getFirst() + " and " + names.getLast() + " are typing… · ";
            default -> "several people are typing… · ";
        };
    }

    private static String question(Cells cells, Overlay.AskPaste asked, Bindings keys) {
        String takes = keys.key(Action.TAKE);
        String drops = keys.key(Action.CLOSE);
        return Wrap.fitting(
                cells.width() - 2,
                "Paste %d lines? %s puts them into the input, %s drops them"
                        .formatted(asked.lines(), takes, drops),
                "Paste %d lines? %s yes, %s no".formatted(asked.lines(), takes, drops),
                "%d lines? %s yes, %s no".formatted(asked.lines(), takes, drops));
    }

    private static String words(Cells cells, Search search, Bindings bindings) {
        String typed = search.typed() + "_";
        if (!search.found()) {
            return Wrap.fitting(
                    cells.width() - 2,
                    "In what you typed: " + typed + " · nothing like it",
                    typed + " · nothing like it");
        }
        String takes = bindings.key(Action.SEARCH_TAKE) + " takes it";
        String back = bindings.key(Action.SEARCH_CANCEL) + " back";
        String all = bindings.key(Action.SEARCH_OLDER) + " older · " + takes + " · " + back;
        return Wrap.fitting(
                cells.width() - 2,
                "In what you typed: " + typed + " · " + all,
                typed + " · " + all,
                typed + " · " + takes + " · " + back,
                typed + " · " + takes);
    }

    /// As many of them as there is room for.
    private static void right(Cells cells, int left, String first, String second) {
        String both =
                first.isEmpty() || second.isEmpty() ? first + second : first + "  ·  " + second;
        for (String text : List.of(both, first)) {
            int x = cells.width() - Cluster.width(text) - 1;
            if (x >= left) {
                cells.put(x, 0, text, Look.BAR_STRONG);
                return;
            }
        }
    }

    /// How much is below what is seen.
    private static String newer(Model model) {
        long newer = model.newer();
        return newer == 0 ? "" : "↓ " + newer + " newer";
    }

    private static String words(Snapshot community, Instant now) {
        String state =
                switch (community.state()) {
                    case SessionState.Online() -> "online";
                    case SessionState.Connecting() -> "connecting…";
                    case SessionState.Waiting(Instant retryAt, _) ->
                            "reconnecting in " + seconds(now, retryAt) + " s";
                    case SessionState.Stopped(String why) -> "stopped: " + why;
                };
        int pending = community.pending();
        boolean online = community.state() instanceof SessionState.Online;
        String waiting =
                pending == 0 || online
                        ? ""
                        : pending == 1
                                ? ", 1 message waiting"
                                : ", " + pending + " messages waiting";
        return community.name() + " · " + state + waiting + countdown(community, now);
    }

    /// ` · restart in 4:59`, until the server's time has come.
    private static String countdown(Snapshot community, Instant now) {
        PlannedEnd end = community.plannedEnd();
        if (end == null) {
            return "";
        }
        long left = seconds(now, Instant.ofEpochMilli(end.at()));
        String clock =
                left < 3_600
                        ? String.format(Locale.ROOT, "%d:%02d", left / 60, left % 60)
                        : String.format(
                                Locale.ROOT,
                                "%d:%02d:%02d",
                                left / 3_600,
                                left / 60 % 60,
                                left % 60);
        return " · " + end.word() + " in " + clock;
    }

    private static long seconds(Instant now, Instant retryAt) {
        return Math.max((Duration.between(now, retryAt).toMillis() + 999) / 1000, 0);
    }

    /// How much is unread in the other chats, the fullest named.
    private static String unread(Model model) {
        List<Item> others =
                model.items().stream()
                        .filter(item -> item.unread() > 0)
                        .filter(item -> !item.place().equals(model.here().orElse(null)))
                        .toList();
        if (others.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("unread: ");
        for (Item item : others.subList(0, Math.min(others.size(), MOST_NAMED))) {
            text.append(Wrap.ellipsis(item.title(), 16))
                    .append(' ')
                    .append(item.unread())
                    .append(item.mentions() == 0 ? "" : " @" + item.mentions())
                    .append("  ");
        }
        int more = others.size() - MOST_NAMED;
        return more > 0 ? text + "and " + more + " more" : text.toString().strip();
    }
}

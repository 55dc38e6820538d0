package chatbois.terminal.view;

import chatbois.client.session.Nearby;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws the status: how the connection is and what is unread elsewhere; or the remark of the
/// moment.
final class StatusView {
    private static final int MOST_NAMED = 4;
    private static final int MOST_AWAY = 30;

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
            String state = model.aim().orElseGet(() -> state(model));
            int end = cells.put(1, 0, Wrap.ellipsis(state, cells.width() - 2), Look.BAR);
            right(cells, end + 2, newer(model), waiting(model));
        }
    }

    private static String state(Model model) {
        return typing(model) + model.community().map(c -> words(c, model.now())).orElse("opening…");
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

    /// The first, and as much of what waits as there is room for.
    private static void right(Cells cells, int left, String first, List<String> waiting) {
        String gap = first.isEmpty() ? "" : "  ·  ";
        for (String second : waiting) {
            if (put(cells, left, first + (second.isEmpty() ? "" : gap + second))) {
                return;
            }
        }
    }

    private static boolean put(Cells cells, int left, String text) {
        int x = cells.width() - Cluster.width(text) - 1;
        boolean fits = x >= left;
        if (fits) {
            cells.put(x, 0, text, Look.BAR_STRONG);
        }
        return fits;
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
                    case SessionState.Stopped(String why, _) -> "stopped: " + why;
                };
        int pending = community.pending();
        boolean online = community.state() instanceof SessionState.Online;
        String waiting =
                pending == 0 || online
                        ? ""
                        : pending == 1
                                ? ", 1 message waiting"
                                : ", " + pending + " messages waiting";
        return community.name()
                + " · "
                + state
                + waiting
                + away(community)
                + countdown(community, now);
    }

    /// ` · away (lunch) · /back ends it`, if the member has said so and it is told.
    private static String away(Snapshot community) {
        Nearby nearby = community.around().nearby();
        boolean hidden = nearby.privacy().filter(wish -> !wish.presence()).isPresent();
        return hidden
                ? ""
                : nearby.away()
                        .map(words ->
                                " · away"
                                        + (words.isEmpty()
                                                ? ""
                                                : " (" + Wrap.ellipsis(words, MOST_AWAY) + ")")
                                        + " · /back ends it")
                        .orElse("");
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

    /// What waits elsewhere, from the longest words for it to none.
    private static List<String> waiting(Model model) {
        List<Item> others =
                model.items().stream()
                        .filter(item -> !item.place().equals(model.here().orElse(null)))
                        .filter(item -> item instanceof Item.Invited || item.unread() > 0)
                        .toList();
        List<Item> unread =
                others.stream().filter(item -> !(item instanceof Item.Invited)).toList();
        List<Item> invited = others.stream().filter(Item.Invited.class::isInstance).toList();
        List<String> words = new ArrayList<>();
        for (int named = MOST_NAMED; named >= 0; named--) {
            words.add(
                    (named("unread: ", unread, named) + named("invited: ", invited, named))
                            .strip());
        }
        if (!others.isEmpty()) {
            words.add("unread: " + others.size());
        }
        words.add("");
        return words;
    }

    /// `unread: #plans 3 @bob 1 @1 and 2 more `; nothing if there are none.
    private static String named(String title, List<Item> items, int most) {
        if (items.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(title);
        for (Item item : items.subList(0, Math.min(items.size(), most))) {
            text.append(Wrap.ellipsis(SafeText.line(item.title()), 16))
                    .append(item.unread() == 0 ? "" : " " + item.unread())
                    .append(item.mentions() == 0 ? "" : " @" + item.mentions())
                    .append("  ");
        }
        int more = items.size() - most;
        if (more > 0) {
            text.append(most == 0 ? more + "  " : "and " + more + " more  ");
        }
        return text.toString();
    }
}

package chatbois.terminal.state;

import chatbois.terminal.talk.Local;
import chatbois.terminal.text.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files that are being sent or fetched, as they are shown below a chat. Owned by the screen's
/// thread.
final class Moving {
    private static final int BAR = 12;

    private final Map<Object, Event.Transfer> all = new LinkedHashMap<>();

    void take(Event.Transfer now) {
        if (now.over()) {
            all.remove(now.what());
        } else {
            all.put(now.what(), now);
        }
    }

    boolean isSome() {
        return !all.isEmpty();
    }

    /// The lines for those of a chat, to stand at its end.
    List<Local> in(Place chat, long time) {
        return all.values().stream()
                .filter(one -> one.at().equals(chat))
                .map(one ->
                        new Local(Long.MAX_VALUE - 1, time, Local.Kind.TOLD, List.of(line(one))))
                .toList();
    }

    private static String line(Event.Transfer one) {
        if (one.all() == 0) {
            return one.words() + " …";
        }
        int full = (int) (BAR * one.done() / one.all());
        return "%s  %s%s %d %%  %s of %s  /cancel"
                .formatted(
                        one.words(),
                        "█".repeat(full),
                        "░".repeat(BAR - full),
                        100 * one.done() / one.all(),
                        new Amount(one.done()),
                        new Amount(one.all()));
    }
}

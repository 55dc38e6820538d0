package chatbois.terminal.state;

import chatbois.client.session.Snapshot;
import chatbois.protocol.name.SearchKey;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.edit.Editor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds a chat of any community by a few letters of its name. Owned by the screen's thread.
public final class Switcher {
    private static final int LIMIT = 200;

    private final Editor field = new Editor(LIMIT);
    private final Optional<Place> here;
    private int chosen;

    /// @param here where the member is, and need not go
    Switcher(Optional<Place> here) {
        this.here = here;
    }

    public Editor field() {
        return field;
    }

    /// Which one of those found Enter goes to; there may be none.
    public int chosen(List<Item> found) {
        return Math.clamp(chosen, 0, Math.max(found.size() - 1, 0));
    }

    /// Which one is in the first row, so that the chosen one is in sight.
    public int first(List<Item> found, int height) {
        return Math.max(chosen(found) - height + 1, 0);
    }

    /// What fits, the best first; those alike by what is unread, then by what is newest.
    public List<Item> found(List<Item> all) {
        String typed = field.draft().text().strip();
        Comparator<Scored> best = Comparator.comparingInt(one -> -one.score);
        return all.stream()
                .filter(item -> !(item instanceof Item.Heading))
                .map(item -> new Scored(item, score(item, typed)))
                .filter(one -> one.score != Fuzzy.NONE)
                .sorted(
                        best.thenComparing(one -> isHere(one.item))
                                .thenComparing(one -> one.item.unread() == 0)
                                .thenComparing(one -> age(one.item)))
                .map(Scored::item)
                .toList();
    }

    private record Scored(Item item, int score) {}

    private boolean isHere(Item item) {
        return here.equals(Optional.of(item.place()));
    }

    /// Every word has to fit the chat, or to begin a word of its community's name: else a few
    /// letters that fit the community would find all its chats.
    private static int score(Item item, String typed) {
        if (typed.isEmpty()) {
            return 0;
        }
        int sum = 0;
        for (String word : typed.split("\\s+", -1)) {
            int title = Fuzzy.score(name(item), word.replaceFirst("^[#@]", ""));
            if (title == Fuzzy.NONE && !begins(item.community().name(), word)) {
                return Fuzzy.NONE;
            }
            sum += Math.max(title, 0);
        }
        return sum;
    }

    private static boolean begins(String name, String word) {
        SearchKey beginning = SearchKey.of(word);
        return Arrays.stream(name.split("\\s+", -1))
                .anyMatch(one -> SearchKey.of(one).fit(beginning) != SearchKey.Fit.NONE);
    }

    private static String name(Item item) {
        return item.title().substring(1);
    }

    private static long age(Item item) {
        return item instanceof Item.Chat(_, Snapshot.ChatInfo info) ? -info.lastTime() : 0;
    }

    void choose(int step, List<Item> found) {
        if (!found.isEmpty()) {
            chosen = Math.floorMod(chosen(found) + step, found.size());
        }
    }

    void press(Stroke stroke, Bindings bindings) {
        String before = field.draft().text();
        field.press(stroke, bindings);
        if (!field.draft().text().equals(before)) {
            chosen = 0;
        }
    }
}

package chatbois.server.names;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.protocol.name.SearchKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names by their beginnings, beside a list that is searched from its first entry to its last.
class NameIndexTest {
    private static final int MOST = 10;

    /// What is easily got wrong: case that changes the length, accents in both forms, letters
    /// beyond 16 bits, syllables, signs above and below.
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b",
                    "ab",
                    "an",
                    "anna",
                    "A",
                    "é",
                    "e\u0301",
                    "e",
                    "ß",
                    "ss",
                    "S",
                    "ẞ",
                    "ς",
                    "Σ",
                    "İ",
                    "I",
                    "ı",
                    "i",
                    "Ł",
                    "l",
                    "ø",
                    "æ",
                    "x\u0302",
                    "x",
                    "한",
                    "하",
                    "漢",
                    "字",
                    "か",
                    "が",
                    "カ",
                    "𐐀",
                    "𐐨",
                    "👩‍👩‍👧",
                    "👍🏽",
                    "👍",
                    "کا",
                    "क",
                    "कु",
                    "ไ",
                    "-",
                    "_",
                    "1",
                    "longer than eight bytes",
                    "ﬃ",
                    "ﬁ");

    private record Entry(String name, int id, SearchKey key) {
        Entry(String name, int id) {
            this(name, id, SearchKey.of(name));
        }

        /// What a second choice goes by: the smaller of the forms that begin so.
        byte[] best(String plain) {
            return isFoundByFolded(plain) ? bytes(key.folded()) : bytes(key.plain());
        }

        boolean isFoundByFolded(String plain) {
            return key.folded().startsWith(plain)
                    && Arrays.compareUnsigned(bytes(key.folded()), bytes(key.plain())) <= 0;
        }
    }

    private final NameIndex<Integer> index = new NameIndex<>();
    private final List<Entry> model = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_finds_what_a_search_of_a_whole_list_finds(long seed) {
        Random random = new Random(seed);
        int pieces = 1 + random.nextInt(PIECES.size());
        for (int step = 0; step < 1_000; step++) {
            change(random, pieces, step);
            String typed = text(random, pieces, random.nextInt(3));
            int veto = random.nextInt(4);
            Predicate<Integer> wanted = id -> veto == 0 || id % 4 != veto;
            assertThat(index.first(SearchKey.of(typed), wanted, MOST))
                    .as("step %d of seed %d: '%s'", step, seed, typed)
                    .isEqualTo(expected(typed, wanted));
        }
        List.copyOf(model).forEach(this::remove);
        assertThat(find("")).isEmpty();
    }

    /// More names come than go in the first half, and more go than come in the second.
    private void change(Random random, int pieces, int step) {
        boolean comes = model.isEmpty() || random.nextInt(10) < (step < 500 ? 6 : 4);
        if (comes) {
            add(text(random, pieces, 1 + random.nextInt(5)), step);
            return;
        }
        Entry entry = model.get(random.nextInt(model.size()));
        remove(entry);
        if (random.nextBoolean()) {
            add(text(random, pieces, 1 + random.nextInt(5)), entry.id());
        }
    }

    private static String text(Random random, int pieces, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(PIECES.get(random.nextInt(pieces)));
        }
        return text.toString();
    }

    /// Two may be called the same; then the order in which they came counts, as in the index.
    private void add(String name, int id) {
        index.add(name, id);
        model.add(new Entry(name, id));
    }

    private void remove(Entry entry) {
        index.remove(entry.name(), entry.id());
        model.remove(entry);
    }

    private List<Integer> expected(String typed, Predicate<Integer> wanted) {
        SearchKey beginning = SearchKey.of(typed);
        Comparator<Entry> byFolded = byBytes(entry -> bytes(entry.key().folded()));
        Comparator<Entry> byBest =
                byBytes(entry -> entry.best(beginning.plain()))
                        .thenComparing(entry -> !entry.isFoundByFolded(beginning.plain()));
        Stream<Entry> exact =
                model.stream()
                        .filter(e -> e.key().fit(beginning) == SearchKey.Fit.EXACT)
                        .sorted(byFolded);
        Stream<Entry> second =
                model.stream()
                        .filter(e -> e.key().fit(beginning) == SearchKey.Fit.WITHOUT_ACCENTS)
                        .sorted(byBest);
        return Stream.concat(exact, second).map(Entry::id).filter(wanted).limit(MOST).toList();
    }

    private static Comparator<Entry> byBytes(Function<Entry, byte[]> key) {
        return (one, other) -> Arrays.compareUnsigned(key.apply(one), key.apply(other));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Integer> find(String typed) {
        return index.first(SearchKey.of(typed), _ -> true, MOST);
    }

    @Test
    void case_does_not_count() {
        index.add("Straße", 1);
        index.add("ΣΊΣΥΦΟΣ", 2);
        index.add("İpek", 3);
        assertThat(find("STRASS")).containsExactly(1);
        assertThat(find("straß")).containsExactly(1);
        assertThat(find("σίσ")).containsExactly(2);
        assertThat(find("ip")).containsExactly(3);
        assertThat(find("Ip")).containsExactly(3);
        assertThat(find("ıp")).containsExactly(3);
    }

    @Test
    void accents_are_ignored_as_a_second_choice() {
        index.add("José", 1);
        index.add("josef", 2);
        index.add("Łukasz", 3);
        index.add("Søren", 4);
        assertThat(find("jose")).containsExactly(2, 1);
        assertThat(find("josé")).containsExactly(1, 2);
        assertThat(find("jose\u0301")).containsExactly(1, 2);
        assertThat(find("luk")).containsExactly(3);
        assertThat(find("sor")).containsExactly(4);
    }

    @Test
    void other_scripts_begin_as_they_are_written() {
        index.add("漢字", 1);
        index.add("한국", 2);
        index.add("がく", 3);
        index.add("👩‍👩‍👧 family", 4);
        index.add("x\u0302y", 5);
        assertThat(find("漢")).containsExactly(1);
        assertThat(find("하")).containsExactly(2);
        assertThat(find("か")).containsExactly(3);
        assertThat(find("👩")).containsExactly(4);
        assertThat(find("x\u0302")).containsExactly(5);
        assertThat(find("\u0000")).isEmpty();
        assertThat(find("\uD83D")).isEmpty();
    }

    @Test
    void the_same_name_can_stand_for_several() {
        for (int id = 0; id < 20; id++) {
            index.add("plans", id);
        }
        index.remove("plans", 3);
        index.remove("plans", 99);
        index.remove("plan", 4);
        assertThat(find("pl")).containsExactly(0, 1, 2, 4, 5, 6, 7, 8, 9, 10);
    }
}

package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What some letters mean.
class FuzzyTest {
    @Test
    void letters_may_be_left_out_but_not_swapped() {
        assertThat(Fuzzy.score("builds", "bld")).isPositive();
        assertThat(Fuzzy.score("builds", "bdl")).isEqualTo(Fuzzy.NONE);
        assertThat(Fuzzy.score("builds", "buildsx")).isEqualTo(Fuzzy.NONE);
        assertThat(Fuzzy.score("", "a")).isEqualTo(Fuzzy.NONE);
        assertThat(Fuzzy.score("builds", "")).isZero();
        assertThat(Fuzzy.score("", "")).isZero();
    }

    @Test
    void beginnings_count_more_than_what_is_in_between() {
        List<String> ranked =
                List.of("kitchen plans", "plans", "explained", "pale elephants").stream()
                        .sorted(Comparator.comparingInt(text -> -Fuzzy.score(text, "plan")))
                        .toList();
        assertThat(ranked).containsExactly("plans", "kitchen plans", "pale elephants", "explained");
    }

    @Test
    void case_and_accents_do_not_count() {
        assertThat(Fuzzy.score("Böök Club", "bokc")).isPositive();
        assertThat(Fuzzy.score("日本語チャット", "語チ")).isPositive();
    }

    @Test
    void one_letter_is_not_used_twice() {
        assertThat(Fuzzy.score("ana", "aaa")).isEqualTo(Fuzzy.NONE);
        assertThat(Fuzzy.score("banana", "aaa")).isPositive();
    }
}

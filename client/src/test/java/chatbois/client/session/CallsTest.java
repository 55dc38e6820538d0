package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How what is unread and meant for the member is counted.
class CallsTest {
    private final Calls calls = new Calls();

    @Test
    void what_came_while_one_was_there_is_known_by_its_place() {
        calls.add(5);
        calls.add(7);
        calls.add(7);
        assertThat(calls.count()).isEqualTo(2);
        calls.remove(6);
        calls.remove(5);
        assertThat(calls.count()).isEqualTo(1);
        assertThat(calls.takeWanting()).isFalse();
    }

    @Test
    void the_server_is_asked_once_which_of_those_that_it_counted_are_deleted() {
        calls.counted(2, 10);
        calls.add(12);
        calls.remove(4);
        assertThat(calls.count()).isEqualTo(3);
        assertThat(calls.takeWanting()).isTrue();
        assertThat(calls.takeWanting()).isFalse();
        calls.found(List.of(12L, 8L));
        assertThat(calls.count()).isEqualTo(2);
        calls.remove(8);
        assertThat(calls.takeWanting()).isFalse();
        assertThat(calls.count()).isEqualTo(1);
    }

    @Test
    void an_edit_calls_only_once_whoever_was_called_before() {
        calls.counted(1, 10);
        calls.add(8);
        assertThat(calls.takeWanting()).isTrue();
        calls.found(List.of(8L));
        calls.add(8);
        assertThat(calls.count()).isEqualTo(1);
    }

    @Test
    void what_is_deleted_while_the_answer_is_on_its_way_does_not_come_back_with_it() {
        calls.counted(2, 10);
        calls.remove(4);
        calls.remove(8);
        calls.found(List.of(9L, 8L));
        assertThat(calls.count()).isEqualTo(1);
    }

    @Test
    void what_is_read_counts_no_more() {
        calls.counted(2, 10);
        calls.add(12);
        calls.readUpTo(9, 2);
        assertThat(calls.count()).isEqualTo(2);
        calls.readUpTo(12, 0);
        assertThat(calls.count()).isZero();
    }
}

package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table =
            new Table(
                    List.of("member", "status", "address"),
                    List.of(
                            List.of("ada", "away: lunch with the others", "192.168.1.17"),
                            List.of("ben", "", "10.0.0.4")));

    @Test
    void where_there_is_room_each_row_is_a_line() {
        assertThat(table.text(List.of("below"), Integer.MAX_VALUE))
                .containsExactly(
                        "member  status                       address",
                        "ada     away: lunch with the others  192.168.1.17",
                        "ben                                  10.0.0.4",
                        "below");
    }

    @Test
    void where_there_is_less_the_widest_column_goes_on_below_and_no_name_is_split() {
        assertThat(table.text(List.of(), 36))
                .containsExactly(
                        "member  status          address",
                        "ada     away: lunch     192.168.1.17",
                        "        with the",
                        "        others",
                        "ben                     10.0.0.4");
        for (int room = 30; room < 60; room++) {
            int columns = room;
            assertThat(table.text(List.of(), room))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns))
                    .first()
                    .asString()
                    .matches("member +status +address");
        }
    }

    @Test
    void words_are_broken_before_times_are() {
        Table times =
                new Table(
                        List.of("since", "what"),
                        List.of(List.of(Instant.EPOCH, "a sentence of some words")));
        assertThat(times.text(List.of(), 30))
                .hasSize(4)
                .element(1)
                .asString()
                .matches("19[0-9-]{8} [0-9:]{5}  a sentence");
    }

    @Test
    void an_address_is_never_broken() {
        assertThat(table.text(List.of(), 30))
                .contains("ada     away:     192.168.1.17", "        lunch");
        assertThat(table.text(List.of(), 29)).contains("  address: 192.168.1.17");
    }

    @Test
    void a_date_is_never_broken() {
        Table times =
                new Table(
                        List.of("since", "what"),
                        List.of(List.of(Instant.EPOCH, "a sentence of some words")));
        assertThat(times.text(List.of(), 20)).element(1).asString().startsWith("1970-01-01  a");
        assertThat(times.text(List.of(), 19))
                .element(0)
                .asString()
                .startsWith("since: 1970-01-01 ");
    }

    @Test
    void where_there_is_none_each_value_has_a_line() {
        assertThat(table.text(List.of(), 20))
                .containsExactly(
                        "member: ada",
                        "  status: away: lunch with the others",
                        "  address: 192.168.1.17",
                        "member: ben",
                        "  address: 10.0.0.4");
    }
}

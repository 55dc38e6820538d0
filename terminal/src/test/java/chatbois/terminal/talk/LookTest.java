package chatbois.terminal.talk;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.MemberId;
import chatbois.terminal.cell.Color;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void names_are_spread_over_all_colours_whatever_the_ids_are_made_of() {
        Random random = new Random(1);
        int[] counts = new int[Color.Name.COUNT];
        int[] counted = new int[Color.Name.COUNT];
        for (int i = 0; i < 36_000; i++) {
            counts[number(new UUID(random.nextLong(), random.nextLong()))]++;
            counted[number(new UUID(7, i))]++;
        }
        assertThat(IntStream.of(counts).boxed()).allMatch(count -> count > 50 && count < 150);
        assertThat(IntStream.of(counted).boxed()).allMatch(count -> count > 50 && count < 150);
    }

    @Test
    void a_name_keeps_its_colour() {
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(number(id)).isEqualTo(number(UUID.fromString(id.toString())));
        assertThat(number(id)).isEqualTo(KEPT);
    }

    private static final int KEPT = 176;

    private static int number(UUID id) {
        return Look.name(new MemberId(id)).foreground() instanceof Color.Name(int number)
                ? number
                : -1;
    }
}

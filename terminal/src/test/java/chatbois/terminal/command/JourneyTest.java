package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTest {
    private final List<String> told = new ArrayList<>();

    private final Transfers transfers =
            new Transfers() {
                @Override
                public void at(Spot spot, Object what, String words, long done, long all) {
                    told.add(words + " " + done);
                }

                @Override
                public void over(Object what) {
                    told.add("over");
                }
            };

    @Test
    @SuppressWarnings("NullAway") // nobody looks where that is
    void nothing_is_told_of_a_file_that_was_called_off_though_it_moves_on() {
        Journey journey = new Journey(transfers, new Spot(null, null));
        try (journey) {
            journey.at("sending a", 1, 9);
        }
        journey.at("sending a", 2, 9);
        assertThat(told).containsExactly("sending a 1", "over");
    }
}

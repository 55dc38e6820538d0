package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.MemberId;
import chatbois.protocol.Sighting;
import chatbois.protocol.Sighting.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How it is said how somebody is there.
class WhereaboutsTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final MemberId BEN = new MemberId(new UUID(1, 1));

    private static String words(State state, String said, Duration ago) {
        return Whereabouts.words(
                new Sighting(BEN, state, said, NOW.minus(ago).toEpochMilli()), NOW);
    }

    @Test
    void words_say_as_much_as_is_told() {
        assertThat(words(State.ONLINE, "", Duration.ZERO)).isEqualTo("online");
        assertThat(words(State.AWAY, "", Duration.ZERO)).isEqualTo("away");
        assertThat(words(State.AWAY, "lunch", Duration.ZERO)).isEqualTo("away: lunch");
        assertThat(words(State.UNKNOWN, "", Duration.ZERO)).isEmpty();
        assertThat(Whereabouts.words(new Sighting(BEN, State.OFFLINE, "", 0), NOW))
                .isEqualTo("offline");
    }

    @Test
    void the_time_is_as_exact_as_anybody_needs() {
        assertThat(words(State.OFFLINE, "", Duration.ofSeconds(50)))
                .isEqualTo("last seen just now");
        assertThat(words(State.OFFLINE, "", Duration.ofMinutes(-3)))
                .isEqualTo("last seen just now");
        assertThat(words(State.OFFLINE, "", Duration.ofMinutes(90)))
                .isEqualTo("last seen 90 minutes ago");
        assertThat(words(State.OFFLINE, "", Duration.ofHours(3)))
                .isEqualTo("last seen 3 hours ago");
        assertThat(words(State.OFFLINE, "", Duration.ofDays(9))).isEqualTo("last seen 9 days ago");
    }

    @Test
    void what_others_say_of_being_away_brings_nothing_to_the_terminal() {
        String words = words(State.AWAY, "\u001b[31mgone\u0007\n" + "x".repeat(500), Duration.ZERO);
        assertThat(words).doesNotContain("\u001b", "\u0007", "\n").hasSizeLessThan(100);
    }

    @Test
    void signs_differ_without_colours_and_on_a_typewriter() {
        for (boolean plain : new boolean[] {false, true}) {
            Set<String> signs = new HashSet<>();
            for (State state : State.values()) {
                signs.add(Whereabouts.sign(state, plain));
            }
            assertThat(signs).hasSize(State.values().length).contains("");
        }
    }
}

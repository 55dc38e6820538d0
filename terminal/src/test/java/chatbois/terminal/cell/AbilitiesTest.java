package chatbois.terminal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class AbilitiesTest {
    @Test
    void links_go_only_to_terminals_that_know_them() {
        assertThat(Abilities.of(Map.of("TERM", "xterm-256color")).links()).isFalse();
        assertThat(Abilities.of(Map.of("TERM", "xterm-kitty")).links()).isTrue();
        assertThat(Abilities.of(Map.of("VTE_VERSION", "7006")).links()).isTrue();
        assertThat(Abilities.of(Map.of("VTE_VERSION", "4602")).links()).isFalse();
        assertThat(Abilities.of(Map.of("VTE_VERSION", "7006", "STY", "1.x")).links()).isFalse();
        assertThat(Abilities.of(Map.of("TERM_PROGRAM", "WezTerm")).links()).isTrue();
    }

    @Test
    void a_terminal_that_would_show_the_question_is_not_asked_for_its_colours() {
        assertThat(Abilities.of(Map.of("TERM", "linux")).answers()).isFalse();
        assertThat(Abilities.of(Map.of("TERM", "vt220")).answers()).isFalse();
        assertThat(Abilities.of(Map.of("TERM", "tmux-256color")).answers()).isTrue();
    }

    @Test
    void tmux_knows_links_since_3_4() {
        assertThat(tmux("3.3a").links()).isFalse();
        assertThat(tmux("3.4").links()).isTrue();
        assertThat(tmux("3.5a").links()).isTrue();
        assertThat(tmux("next").links()).isFalse();
        assertThat(Abilities.of(Map.of("TMUX", "x", "WT_SESSION", "y")).links()).isFalse();
    }

    @Test
    void old_terminals_cannot_show_every_look() {
        assertThat(Abilities.of(Map.of("TERM", "linux")).looks()).isFalse();
        assertThat(Abilities.of(Map.of("TERM", "screen-256color")).looks()).isFalse();
        assertThat(Abilities.of(Map.of("TERM", "xterm", "NO_COLOR", "1")).looks()).isFalse();
        assertThat(Abilities.of(Map.of("TERM", "tmux-256color")).looks()).isTrue();
    }

    private static Abilities tmux(String version) {
        return Abilities.of(
                Map.of("TMUX", "x", "TERM_PROGRAM", "tmux", "TERM_PROGRAM_VERSION", version));
    }
}

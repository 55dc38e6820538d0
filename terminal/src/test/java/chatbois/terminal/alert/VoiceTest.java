package chatbois.terminal.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceTest {
    private static final Alert ALERT = new Alert("7f", "ben in #kitchen", "soup; now");

    @ParameterizedTest
    @CsvSource({
        "TERM,xterm-kitty,OSC99",
        "TERM,foot,OSC777",
        "TERM,rxvt-unicode-256color,OSC777",
        "TERM_PROGRAM,WezTerm,OSC777",
        "TERM_PROGRAM,ghostty,OSC777",
        "VTE_VERSION,7600,OSC777",
        "TERM_PROGRAM,iTerm.app,OSC9",
        "TERM_PROGRAM,Apple_Terminal,BELL",
        "TERM,linux,BELL",
        "WT_SESSION,1234,BELL"
    })
    void a_terminal_is_told_in_the_way_that_it_understands(String key, String value, Voice voice) {
        assertThat(Voice.of(Map.of(key, value))).isEqualTo(voice);
    }

    @Test
    void nothing_but_the_bell_goes_through_tmux_unless_it_was_chosen() {
        Map<String, String> inside = Map.of("TERM_PROGRAM", "WezTerm", "TMUX", "/tmp/x,1,0");
        assertThat(Voice.of(inside)).isEqualTo(Voice.BELL);
        assertThat(Voice.OSC9.say(ALERT, inside))
                .isEqualTo(
                        "\u001bPtmux;\u001b\u001b]9; ben in #kitchen: soup, now\u001b\u001b\\\u001b\\");
    }

    @Test
    void each_way_says_title_and_text() {
        assertThat(Voice.OSC777.say(ALERT, Map.of()))
                .isEqualTo("\u001b]777;notify;ben in #kitchen;soup, now\u001b\\\u0007");
        assertThat(Voice.OSC9.say(ALERT, Map.of()))
                .isEqualTo("\u001b]9; ben in #kitchen: soup, now\u001b\\");
        assertThat(Voice.OSC99.say(ALERT, Map.of()))
                .isEqualTo(
                        "\u001b]99;i=chatbois-7f:d=0:p=title:e=1:o=unfocused;YmVuIGluICNraXRjaGVu\u001b\\"
                                + "\u001b]99;i=chatbois-7f:d=1:p=body:e=1:o=unfocused;c291cDsgbm93\u001b\\");
        assertThat(Voice.BELL.say(ALERT, Map.of())).isEqualTo("\u0007");
    }

    @Test
    void nothing_that_others_wrote_steers_the_terminal() {
        Alert hostile =
                new Alert(
                        "1", "ben\u001b]0;evil\u0007", "a\u009c\u001b\\\u202e" + "x".repeat(5_000));
        for (Voice voice : new Voice[] {Voice.OSC777, Voice.OSC9}) {
            String said = voice.say(hostile, Map.of());
            String inside = said.substring(2, said.lastIndexOf('\u001b'));
            assertThat(inside.chars().filter(c -> c < 0x20 || c >= 0x7F && c < 0xA0)).isEmpty();
            assertThat(inside).doesNotContain("\u202e").hasSizeLessThan(400);
        }
    }

    @Test
    void quiet_hours_may_go_over_midnight() {
        Quiet night = Quiet.parse("22:00-7:00").orElseThrow();
        assertThat(night).hasToString("22:00-07:00");
        assertThat(night.at(LocalTime.of(22, 0))).isTrue();
        assertThat(night.at(LocalTime.of(6, 59))).isTrue();
        assertThat(night.at(LocalTime.of(7, 0))).isFalse();
        Quiet noon = Quiet.parse("12:30 - 13:30").orElseThrow();
        assertThat(noon.at(LocalTime.of(13, 0))).isTrue();
        assertThat(noon.at(LocalTime.of(14, 0))).isFalse();
        assertThat(Quiet.parse("25:00-07:00")).isEmpty();
        assertThat(Quiet.parse("at night")).isEmpty();
    }
}

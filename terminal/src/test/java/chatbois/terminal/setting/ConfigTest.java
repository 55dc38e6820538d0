package chatbois.terminal.setting;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    @Test
    void what_is_set_counts_and_all_else_is_as_it_comes() {
        Config config =
                read(
                        """
                        looks.clock = "12h"
                        [plain] # line mode
                        entries = 3
                        [looks]
                        title = false
                        """
                                .replace("looks.clock = \"12h\"\n", ""));
        assertThat(config.problems()).isEmpty();
        assertThat(config.settings().number(Setting.PLAIN_ENTRIES)).isEqualTo(3);
        assertThat(config.settings().isOn(Setting.LOOKS_TITLE)).isFalse();
        assertThat(config.settings().value(Setting.LOOKS_CLOCK)).isEqualTo("24h");
        assertThat(config.settings().isChosen(Setting.LOOKS_CLOCK)).isFalse();
    }

    @Test
    void keys_count_and_what_is_wrong_with_them_is_told_with_the_line() {
        Config config =
                read(
                        """
                        [keys]
                        switch = "ctrl+g, f4"
                        fnid = "f5"
                        next-chat = ["f6", "ctrl+g"]
                        redraw = "ctrl+c"
                        help = 1
                        suspend = "none"
                        undo = "ctrl+x u, k"
                        """);
        assertThat(config.problems())
                .containsExactly(
                        "config.toml, line 3: fnid is nothing that a key can do; /keys lists what"
                                + " is.",
                        "config.toml, line 4: ctrl+g is switch already (line 2).",
                        "config.toml, line 5: ctrl+c is always stop, so that nobody gets stuck."
                                + " redraw keeps ctrl+l.",
                        "config.toml, line 6: help takes keys in quotes: \"ctrl+g, f6\".",
                        "config.toml, line 8: k is written there; undo takes a key with ctrl or alt,"
                                + " or one with a name.");
        Bindings bindings = config.bindings();
        assertThat(bindings.titles(Action.SWITCH)).isEqualTo("Ctrl+G, F4");
        assertThat(bindings.titles(Action.NEXT_CHAT)).isEqualTo("F6");
        assertThat(bindings.titles(Action.SUSPEND)).isEqualTo("no key");
        assertThat(bindings.titles(Action.UNDO)).isEqualTo("Ctrl+X u");
    }

    @Test
    void the_written_file_binds_what_is_bound_anyway() {
        String all = ConfigText.fresh().text().replaceAll("(?m)^#(?=[a-z-]+ = )", "");
        Config config = read(all);
        assertThat(config.problems()).isEmpty();
        for (Action action : Action.values()) {
            assertThat(config.bindings().strokes(action)).isEqualTo(action.standard());
        }
    }

    @Test
    void a_wrong_line_is_told_with_its_number_and_the_others_count() {
        Config config =
                read(
                        """
                        # mine
                        [looks]
                        clock = "13h"
                        clok = "12h"
                        title = "yes"
                        list-from = 29
                        colors = ["none"]

                        [plain]
                        entries = 5
                        """);
        assertThat(config.problems())
                .containsExactly(
                        "config.toml, line 3: looks.clock is 24h or 12h, not \"13h\"; it stays 24h.",
                        "config.toml, line 4: looks.clok is no setting; /set lists them.",
                        "config.toml, line 5: looks.title is true or false, not \"yes\"; it stays"
                                + " true.",
                        "config.toml, line 6: looks.list-from is a number from 30 to 500, not 29; it"
                                + " stays 100.",
                        "config.toml, line 7: looks.colors is auto, none, 16, 256 or true, not what"
                                + " stands there; it stays auto.");
        assertThat(config.settings().number(Setting.PLAIN_ENTRIES)).isEqualTo(5);
    }

    @Test
    void what_is_no_toml_is_told_with_its_line_and_nothing_counts() {
        Config config = read("[looks]\nclock = \"12h\"\ntitle = \n");
        assertThat(config.problems())
                .singleElement()
                .asString()
                .startsWith("config.toml, line 3: ");
        assertThat(config.settings()).isEqualTo(Settings.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 1",
                "looks = 1",
                "[looks.clock]\nx = 1",
                "[[looks]]\nclock = \"12h\"",
                "looks = { clock = 1e400 }",
                "[looks]\nclock = 1979-05-27T07:32:00Z",
                "[plain]\nentries = 99999999999999999999",
                "[plain]\nentries = -1",
                "[looks]\nclock = \"12h\"\nclock = \"12h\"",
                "\u0000",
            })
    void nothing_that_stands_there_is_fatal(String text) {
        Config config = read(text);
        assertThat(config.problems()).isNotEmpty();
        assertThat(config.settings()).isEqualTo(Settings.STANDARD);
    }

    @Test
    void brackets_without_end_are_no_more_than_a_problem() {
        assertThat(read("a = " + "[".repeat(60_000)).problems()).hasSize(1);
        assertThat(read("a = " + "{a=".repeat(20_000)).problems()).hasSize(1);
        assertThat(read("a.".repeat(30_000) + "a = 1").problems()).hasSize(1);
    }

    @Test
    void of_many_problems_only_the_first_are_told() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("x").append(i).append(" = 1\n");
        }
        assertThat(read(text.toString()).problems())
                .hasSize(11)
                .last()
                .isEqualTo("config.toml: 990 more lines are wrong.");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void every_setting_explains_itself_and_its_default_is_one_of_its_values(Setting setting) {
        assertThat(setting.kind().ofTyped(setting.standard())).contains(setting.standard());
        assertThat(setting.sentence()).matches("[A-Z].*\\.");
        assertThat(setting.title()).matches("[a-z]+\\.[a-z-]+");
        assertThat(Setting.named(setting.title())).contains(setting);
    }

    @ParameterizedTest
    @CsvSource({"on, true", "Yes, true", "FALSE, false", "off, false"})
    void yes_and_no_can_be_typed_as_people_type_them(String typed, String meant) {
        assertThat(Kind.flag().ofTyped(typed)).contains(meant);
    }

    private static Config read(String text) {
        return Config.read("config.toml", text, "go"::equals);
    }
}

package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Binder;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.setting.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @CsvSource({
        "silence, mute",
        "disconnect, kick",
        "spam, ban",
        "throw, expel",
        "ignore, block",
        "raid, panic",
        "attack, lock",
        "registration, lock",
        "newcomers, welcome",
        "motd, welcome",
        "broadcast, announce",
        "promote, role",
        "owner, role",
        "transfer, role",
        "who did, audit",
        "connected, who",
        "idle, who",
        "memory, server",
        "disk, server",
        "restore, backup",
        "old, retention",
        "erase, retention",
        "reboot, restart",
        "kill, shutdown",
        "countdown, calloff",
        "topic, topic",
        "description, describe",
        "about, topic",
        "moderator, chatrole",
        "read-only, chatrole",
        "find, search",
        "hides, private",
        "time between, slow",
        "pinned, pins",
        "saves, export",
        "brings, chatlink",
        "nickname, name",
        "away, away",
        "absent, away",
        "phone, devices",
        "laptop, devices",
        "stolen, unlink",
        "code, link",
        "lost, recovery",
        "lost every device, reset",
        "Lost, reset",
        "settings, set",
        "clock, set",
        "colours, set",
        "colors, set",
        "options, set",
        "config, set",
        "membership, leave-community",
    })
    void a_word_that_a_user_would_type_finds_the_command(String word, String command) {
        List<String> lines = Help.about(List.of(word), Bindings.STANDARD);
        assertThat(lines).as("/help " + word).anyMatch(line -> line.startsWith("/" + command));
    }

    @Test
    void keys_are_named_as_they_are_bound() {
        Binder own = new Binder(_ -> "");
        own.bind(Action.COMPLETE, "f12");
        own.bind(Action.TOGGLE_LIST, "alt+l");
        own.bind(Action.TOGGLE_MOUSE, "none");
        Bindings keys = own.bindings();
        assertThat(String.join("\n", Help.about(List.of(), keys)))
                .contains("F12 and Shift+Tab complete them, Esc closes the list.");
        assertThat(Setting.LOOKS_LIST_FROM.sentence(keys)).endsWith("Alt+L shows and hides it.");
        assertThat(Setting.LOOKS_LIST_FROM.sentence()).endsWith("F2 shows and hides it.");
        assertThat(Setting.LOOKS_MOUSE.sentence(keys)).contains("(no key) turns it on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "media", "picture", "gif", "/video"})
    void files_pictures_and_films_are_told_of_in_one_place(String word) {
        List<String> lines = Help.about(List.of(word), Bindings.STANDARD);
        assertThat(String.join("\n", lines))
                .contains("/attach FILE TEXT", "Up, then s, o or v", "/save #7.2", "/cancel");
    }

    @Test
    void a_word_that_nothing_is_about_says_so() {
        assertThat(Help.about(List.of("teleport"), Bindings.STANDARD))
                .containsExactly("There is no /teleport; /help lists what there is.");
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void every_command_is_explained_by_its_name_and_all_its_other_names(Verb verb) {
        Stream.concat(Stream.of(verb.word()), verb.aliases().stream())
                .forEach(name ->
                        assertThat(Help.about(List.of(name), Bindings.STANDARD).getFirst())
                                .isEqualTo(verb.form() + "  " + verb.help()));
    }
}

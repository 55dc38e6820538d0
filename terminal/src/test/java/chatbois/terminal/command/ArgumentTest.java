package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a command asks for is read from the form that its help shows.
class ArgumentTest {
    @Test
    void each_word_of_a_form_is_an_argument() {
        Argument.Form form = Argument.Form.of("MEMBER [FOR] [REASON]");
        assertThat(form.at(0)).isEqualTo(Argument.MEMBER);
        assertThat(form.at(1)).isEqualTo(Argument.TEXT);
        assertThat(form.at(9)).isEqualTo(Argument.TEXT);
    }

    @Test
    void an_argument_with_dots_goes_on() {
        Argument.Form form = Argument.Form.of("TITLE [MEMBER ...]");
        assertThat(form.at(0)).isEqualTo(Argument.TEXT);
        assertThat(form.at(1)).isEqualTo(Argument.MEMBER);
        assertThat(form.at(5)).isEqualTo(Argument.MEMBER);
        assertThat(form.takesRest(1)).isFalse();
    }

    @Test
    void a_chat_at_the_end_takes_the_rest_of_the_line() {
        assertThat(Argument.Form.of("CHAT").takesRest(0)).isTrue();
        assertThat(Argument.Form.of("CHAT [MEMBER ...]").takesRest(0)).isFalse();
        assertThat(Argument.Form.of("MEMBER").takesRest(0)).isFalse();
        assertThat(Argument.Form.of("").takesRest(0)).isFalse();
    }

    @Test
    void a_chat_or_an_invite_is_a_chat_to_come_into() {
        assertThat(Verb.JOIN.argument(0)).isEqualTo(Argument.INVITATION);
        assertThat(Verb.JOIN.takesRest(0)).isTrue();
        assertThat(Verb.GO.argument(0)).isEqualTo(Argument.CHAT);
        assertThat(Verb.ROLE.argument(1)).isEqualTo(Argument.ROLE);
    }
}

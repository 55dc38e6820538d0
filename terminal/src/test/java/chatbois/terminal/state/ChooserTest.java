package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Said;
import chatbois.log.Sha256;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.name.Emoji;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Choosing a message and what is done with it.
class ChooserTest {
    private final Scene scene = new Scene(80, 24).members("bob");

    @BeforeEach
    void talk() {
        scene.chat("#plans", 0);
        scene.says("bob", "first");
        scene.said(
                "anna",
                new Said.Done(new Reacted(1, new Emoji("👍")), "anna answered message 1 with 👍"),
                Delivery.STORED);
        scene.says("anna", "my own");
        scene.says("bob", "last");
        scene.changed();
    }

    private void assertChosen(long seq) {
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.Choose(seq));
    }

    private String written() {
        return scene.model.editor().draft().text();
    }

    @Test
    void what_is_still_being_sent_cannot_be_chosen_yet() {
        Scene fresh = new Scene(80, 24).chat("#plans", 0);
        fresh.said("anna", new Said.Text("the first"), Delivery.PENDING).changed();
        fresh.press(Name.UP);
        assertThat(fresh.model.overlay()).isEqualTo(new Overlay.None());
        assertThat(fresh.model.hint()).isEqualTo("That is still being sent.");
        assertThat(fresh.model.editor().draft().text()).isEmpty();
    }

    @Test
    void up_from_an_empty_line_goes_through_the_messages_and_past_the_last_one_back() {
        scene.press(Name.UP);
        assertChosen(4);
        scene.press(Name.UP);
        scene.press(Name.UP);
        assertChosen(1);
        scene.press(Name.UP);
        assertChosen(1);
        scene.press(Name.DOWN);
        scene.press(Name.DOWN);
        assertChosen(4);
        scene.press(Name.DOWN);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
    }

    @Test
    void up_in_what_is_written_leads_to_what_was_typed_before() {
        scene.enter("before");
        scene.type("now");
        scene.press(Name.UP);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
        assertThat(written()).isEqualTo("before");
    }

    @Test
    void what_needs_words_or_can_t_be_taken_back_is_written_as_a_command() {
        scene.press(Name.UP);
        scene.type("r");
        assertThat(written()).isEqualTo("/reply #4 ");
        scene.press(Key.ctrl('c'));
        scene.press(Name.UP);
        scene.type("+");
        assertThat(written()).isEqualTo("/react #4 :");
        scene.press(Key.ctrl('c'));
        scene.press(Name.UP);
        scene.press(Name.UP);
        scene.type("e");
        assertThat(written()).isEqualTo("/edit #3 my own");
        scene.press(Key.ctrl('c'));
        scene.press(Name.UP);
        scene.press(Name.UP);
        scene.type("d");
        assertThat(written()).isEqualTo("/redact #3");
        assertThat(scene.model.hint()).isEqualTo("Enter deletes it for everybody; Esc keeps it.");
    }

    @Test
    void what_is_copied_steers_no_terminal_that_it_is_pasted_into() {
        scene.says("bob", "all:\n\tmake\u001b[201~\rreboot\u202e");
        scene.changed();
        scene.press(Name.UP);
        assertThat(scene.type("y")).contains(new Effect.Copy("all:\n\tmake␛[201~␍reboot\ufffd"));
    }

    @Test
    void what_needs_no_words_is_done_at_once() {
        scene.press(Name.UP);
        assertThat(scene.type("y")).contains(new Effect.Copy("last"));
        scene.press(Name.UP);
        assertThat(scene.type("i"))
                .contains(
                        new Effect.Run(
                                place("#plans"), new Input.Run(Verb.DETAILS, List.of("#4"), "#4")));
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
    }

    @Test
    void ctrl_c_leaves_the_choice_and_escape_takes_an_untouched_command_back() {
        scene.press(Name.UP);
        scene.press(Key.ctrl('c'));
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
        scene.type("delicious");
        assertThat(written()).isEqualTo("delicious");
        scene.press(Key.ctrl('c'));
        scene.press(Name.UP);
        scene.press(Name.UP);
        scene.type("d");
        scene.press(Name.ESCAPE);
        assertThat(written()).isEmpty();
        scene.press(Name.UP);
        scene.type("rhello");
        scene.press(Name.ESCAPE);
        assertThat(written()).isEqualTo("/reply #4 hello");
    }

    private static Attachment file(String name) {
        return new Attachment(Sha256.of(name.getBytes()), 5, name, "text/plain", null, null);
    }

    private static Effect run(Verb verb, String... words) {
        return new Effect.Run(
                place("#plans"), new Input.Run(verb, List.of(words), String.join(" ", words)));
    }

    @Test
    void files_are_opened_where_there_is_no_link_and_saved() {
        scene.sends("bob", "look", file("a.txt"));
        scene.sends("bob", "see https://a.example/1", file("b.txt"));
        scene.sends("bob", "two", file("a.txt"), file("b.txt"));
        scene.changed();
        scene.press(Name.UP);
        assertThat(scene.model.hint()).contains("o open, s save");
        scene.type("o");
        assertThat(scene.model.hint()).isEqualTo("Which?  1 a.txt  2 b.txt");
        assertThat(scene.type("2")).contains(run(Verb.OPEN, "#7", "2"));
        scene.press(Name.UP);
        assertThat(scene.type("s")).contains(run(Verb.SAVE, "#7"));
        scene.press(Name.UP);
        scene.press(Name.UP);
        assertThat(scene.type("o")).contains(run(Verb.OPEN, "#6"));
        scene.says("bob", "nothing");
        scene.changed();
        scene.press(Name.UP);
        assertThat(scene.model.hint()).doesNotContain("save");
        scene.type("s");
        assertThat(scene.model.hint()).isEqualTo("No file came with it.");
    }

    @Test
    void a_link_is_opened_by_o_and_of_several_the_one_with_the_digit() {
        scene.says("bob", "see https://a.example/1");
        scene.says("bob", "or https://a.example/2 and https://b.example/3");
        scene.changed();
        scene.press(Name.UP);
        scene.type("o");
        assertThat(scene.model.hint()).isEqualTo("Which?  1 a.example/2  2 b.example/3");
        assertThat(scene.type("2"))
                .contains(
                        new Effect.Run(
                                place("#plans"),
                                new Input.Run(Verb.OPEN, List.of("#6", "2"), "#6 2")));
        scene.press(Name.UP);
        scene.press(Name.UP);
        assertThat(scene.type("o"))
                .contains(
                        new Effect.Run(
                                place("#plans"), new Input.Run(Verb.OPEN, List.of("#5"), "#5")));
        scene.press(Name.UP);
        scene.press(Name.UP);
        scene.press(Name.UP);
        assertThat(scene.type("o2")).isEmpty();
        assertThat(scene.model.hint()).doesNotContain("Which");
        scene.type("f");
        assertThat(written()).isEqualTo("/forward #4 ");
    }

    @Test
    void a_thread_is_entered_by_a_letter_answered_in_and_left_by_escape() {
        scene.press(Name.UP);
        scene.press(Name.UP);
        scene.type("t");
        Place thread = place("#plans").thread(3);
        assertThat(scene.model.here()).contains(thread);
        scene.changed();
        List<Effect> effects = scene.enter("indeed");
        assertThat(effects)
                .filteredOn(Effect.Answer.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.Answer.class,
                        answer -> {
                            assertThat(answer.at()).isEqualTo(thread);
                            assertThat(answer.to().seq()).isEqualTo(1);
                            assertThat(answer.text()).isEqualTo("indeed");
                            assertThat(answer.action()).isFalse();
                        });
        assertThat(scene.enter("/me nods"))
                .filteredOn(Effect.Answer.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.Answer.class,
                        answer -> {
                            assertThat(answer.at()).isEqualTo(thread);
                            assertThat(answer.text()).isEqualTo("nods");
                            assertThat(answer.action()).isTrue();
                        });
        scene.type("half");
        scene.press(Name.ESCAPE);
        assertThat(scene.model.here()).contains(place("#plans"));
        assertThat(written()).isEmpty();
        scene.enter("/thread #3");
        assertThat(scene.model.here()).contains(thread);
        assertThat(written()).isEqualTo("half");
    }

    @Test
    void what_is_pinned_is_unpinned_by_the_same_letter() {
        scene.resize(120, 24);
        scene.chat("@bob", 0).at("@bob");
        assertThat(scene.press(Name.UP)).contains(new Effect.LookAtPins(place("@bob")));
        assertThat(scene.press(Name.UP)).isEmpty();
        assertThat(scene.model.hint()).contains("p pin");
        scene.update.take(new Event.Pinned(place("@bob"), Set.of(3L)));
        assertThat(scene.model.hint()).contains("p unpin");
        assertThat(scene.type("p"))
                .contains(
                        new Effect.Run(
                                place("@bob"), new Input.Run(Verb.UNPIN, List.of("3"), "3")));
    }

    @Test
    void only_what_one_may_do_is_offered_and_no_more_than_fits() {
        scene.press(Name.UP);
        assertThat(scene.model.hint()).doesNotContain("edit", "delete", "pin").contains("Esc");
        scene.type("d");
        assertThat(written()).isEmpty();
        assertThat(scene.model.hint()).contains("chat-delete-messages");
        scene.type("p");
        assertThat(scene.model.hint()).contains("chat-pin");
        scene.press(Name.UP);
        assertThat(scene.model.hint()).matches("#\\d+: r reply, e edit, d delete.*");
        scene.model.width = 40;
        scene.press(Name.UP);
        assertThat(scene.model.hint()).hasSizeLessThan(39).endsWith("F1 more, Esc");
        scene.press(Name.F1);
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.Sheet.class);
    }

    @Test
    void others_messages_are_not_edited_and_escape_leaves_all_as_it_was() {
        scene.press(Name.UP);
        scene.type("e");
        assertThat(written()).isEmpty();
        assertThat(scene.model.hint()).contains("Only who wrote");
        scene.press(Name.ESCAPE);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
    }
}

package chatbois.terminal.state;

import static chatbois.protocol.Suggestion.Sort.CHAT;
import static chatbois.protocol.Suggestion.Sort.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.SessionState;
import chatbois.terminal.command.Input;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names that complete themselves: what is asked for and shown, key by key.
class OffersTest {
    private final Scene scene = new Scene(80, 24).members("bob", "carl", "bella");

    private void threeChats() {
        scene.chat("#general", 0).chat("#plans", 3).chat("@bob", 1).changed();
    }

    @Test
    void names_are_offered_as_the_server_ranks_them_while_they_are_typed() {
        threeChats();
        answer(suggest(scene.type("ask @")), "carl", "bob");
        assertThat(offered()).containsExactly("@carl ", "@bob ");
        assertThat(scene.model.editor().draft().text()).isEqualTo("ask @");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("ask @carl ");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("ask @bob ");
        scene.type("x");
        assertThat(offered()).isEmpty();
    }

    @Test
    void commands_that_are_typed_most_come_first() {
        threeChats();
        scene.type("/re");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("/reply ");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("/react ");
    }

    @Test
    void every_argument_that_asks_for_a_member_or_a_chat_gets_offers() {
        threeChats();
        assertThat(asks("/msg ")).isEqualTo(new Effect.Suggest(0, here(), "", MEMBER));
        assertThat(asks("/msg be")).isEqualTo(new Effect.Suggest(0, here(), "be", MEMBER));
        assertThat(asks("/invite bob ca")).isEqualTo(new Effect.Suggest(0, here(), "ca", MEMBER));
        assertThat(asks("/role c")).isEqualTo(new Effect.Suggest(0, here(), "c", MEMBER));
        assertThat(asks("/new plans c")).isEqualTo(new Effect.Suggest(0, here(), "c", MEMBER));
        assertThat(asks("/go big p")).isEqualTo(new Effect.Suggest(0, here(), "big p", CHAT));
        assertThat(asks("/go @b")).isEqualTo(new Effect.Suggest(0, here(), "b", CHAT));
        assertThat(asks("see #g")).isEqualTo(new Effect.Suggest(0, here(), "g", CHAT));
        assertThat(asks("/msg bob ask @c")).isEqualTo(new Effect.Suggest(0, here(), "c", MEMBER));
        for (String other : List.of("b", "/me b", "/msg bob b", "/new pl", "mail a@b", "/ms")) {
            clear();
            assertThat(scene.press(new Key.Paste(other, false)))
                    .as(other)
                    .noneMatch(Effect.Suggest.class::isInstance);
            assertThat(offered()).isEmpty();
        }
    }

    @Test
    void where_one_is_is_offered_neither_to_go_nor_to_forward_to() {
        threeChats();
        for (String typed : List.of("/go ", "/forward #4 ")) {
            clear();
            Key paste = new Key.Paste(typed, false);
            answer(suggest(scene.press(paste)), "#general", "#plans", "@bob");
            assertThat(offered()).containsExactly("#plans", "@bob");
        }
        clear();
        answer(suggest(scene.type("see #")), "#general");
        assertThat(offered()).startsWith("#general ");
    }

    @Test
    void settings_and_what_they_can_be_are_offered() {
        threeChats();
        assertThat(scene.type("/set clo")).isEmpty();
        assertThat(offered()).containsExactly("looks.clock ");
        scene.press(Name.TAB);
        scene.type("1");
        assertThat(offered()).containsExactly("12h");
        clear();
        scene.type("/set looks.clock ");
        assertThat(offered()).containsExactly("24h", "12h", "default");
    }

    @Test
    void one_question_is_under_way_at_most_and_answers_to_older_keys_are_dropped() {
        threeChats();
        Effect.Suggest first = suggest(scene.type("ask @"));
        assertThat(scene.type("be")).isEmpty();
        Effect.Suggest second = suggest(answer(first, "carl"));
        assertThat(second.beginning()).isEqualTo("be");
        assertThat(offered()).isEmpty();
        assertThat(answer(second, "bella")).isEmpty();
        assertThat(offered()).containsExactly("@bella ");
        Effect.Suggest third = suggest(scene.type("l"));
        assertThat(offered()).containsExactly("@bella ");
        scene.press(Name.TAB);
        assertThat(answer(third)).isEmpty();
        assertThat(scene.model.editor().draft().text()).isEqualTo("ask @bella ");
    }

    @Test
    void an_answer_that_comes_after_the_line_was_sent_offers_nothing() {
        threeChats();
        answer(suggest(scene.enter("@b")), "bob");
        assertThat(offered()).isEmpty();
        assertThat(suggest(scene.type("@"))).isInstanceOf(Effect.Suggest.class);
    }

    @Test
    void escape_takes_the_offers_back_until_another_word_asks() {
        threeChats();
        answer(suggest(scene.type("@")), "bob");
        scene.press(Name.ESCAPE);
        assertThat(offered()).isEmpty();
        assertThat(scene.type("b")).noneMatch(Effect.Suggest.class::isInstance);
        scene.type(" ");
        assertThat(suggest(scene.type("@"))).isInstanceOf(Effect.Suggest.class);
    }

    @Test
    void without_a_connection_what_is_known_here_is_offered() {
        threeChats();
        scene.state(new SessionState.Connecting()).changed();
        assertThat(scene.type("ask @B")).isEmpty();
        assertThat(offered()).containsExactly("@bella ", "@bob ");
        scene.state(new SessionState.Online()).changed();
        clear();
        Effect.Suggest asked = suggest(scene.type("ask @"));
        scene.type("B");
        Effect.Suggest again = suggest(scene.update.take(failed(asked)));
        assertThat(offered()).isEmpty();
        scene.update.take(failed(again));
        assertThat(offered()).containsExactly("@bella ", "@bob ");
    }

    @Test
    void what_the_server_does_not_know_of_is_not_offered_as_a_member() {
        threeChats();
        answer(suggest(scene.type("@")));
        assertThat(offered()).isEmpty();
    }

    @Test
    void who_is_blocked_is_offered_for_unblock_and_nowhere_else() {
        threeChats();
        scene.blocked("bella").changed();
        assertThat(scene.type("/unblock ")).isEmpty();
        assertThat(offered()).containsExactly("bella ");
        clear();
        scene.state(new SessionState.Connecting()).changed();
        scene.type("ask @b");
        assertThat(offered()).containsExactly("@bob ");
        clear();
        scene.type("/unblock b");
        assertThat(offered()).containsExactly("bella ");
    }

    @Test
    void emoji_are_offered_by_their_names_and_smileys_are_left_alone() {
        threeChats();
        scene.type("yes :ta");
        assertThat(offered()).startsWith(":tada: ", ":taco: ");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("yes :tada: ");
        scene.enter("no, :taco:");
        scene.type("/react #1 :");
        assertThat(offered()).startsWith(":taco: ", ":tada: ", ":+1: ", ":heart: ");
        for (String smiley : List.of(":p", ":)", ":-)", ":D")) {
            clear();
            scene.type(smiley);
            assertThat(offered()).as(smiley).isEmpty();
        }
        clear();
        scene.type(":p");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).matches(":p[a-z0-9_]*: ");
    }

    @Test
    void the_beginning_of_a_name_and_enter_react_with_the_first_that_is_offered() {
        threeChats();
        scene.type("/react #1 :tad");
        String first = offered().getFirst().strip();
        assertThat(scene.press(Name.ENTER))
                .contains(new Effect.Run(here(), Input.read("/react #1 " + first)));
    }

    @Test
    void a_file_is_completed_wherever_it_stands(@TempDir Path folder) throws IOException {
        threeChats();
        Files.writeString(folder.resolve("dog.mp4"), "");
        Files.createDirectory(folder.resolve("my films"));
        String first = "/attach \"" + folder + "/a cat.png\" ";
        scene.type(first + folder + "/d");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo(first + folder + "/dog.mp4");
        clear();
        scene.type("/save #12 " + folder + "/m");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text())
                .isEqualTo("/save #12 \"" + folder + "/my films/");
        Files.writeString(folder.resolve("my films/cat.mp4"), "");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text())
                .isEqualTo("/save #12 \"" + folder + "/my films/cat.mp4\"");
    }

    private Place here() {
        return scene.model.here().orElseThrow();
    }

    private List<String> offered() {
        return scene.model.completion().map(Completion::candidates).orElse(List.of());
    }

    private List<Effect> answer(Effect.Suggest question, String... names) {
        return scene.update.take(
                new Event.Suggested(question.number(), Optional.of(List.of(names))));
    }

    private static Event failed(Effect.Suggest question) {
        return new Event.Suggested(question.number(), Optional.empty());
    }

    private static Effect.Suggest suggest(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> effect instanceof Effect.Suggest)
                .map(effect -> (Effect.Suggest) effect)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /// What is asked for when a text is there at once; its number is left out.
    private Effect.Suggest asks(String text) {
        clear();
        Effect.Suggest asked = suggest(scene.press(new Key.Paste(text, false)));
        answer(asked);
        return new Effect.Suggest(0, asked.at(), asked.beginning(), asked.sort());
    }

    private void clear() {
        scene.press(Key.ctrl('e'));
        scene.press(Key.ctrl('u'));
    }
}

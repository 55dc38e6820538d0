package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Findings;
import chatbois.client.session.Findings.Finding;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.protocol.Hit;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.talk.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Looking for messages on the screen, and going to them.
class FinderTest {
    private final Scene scene = new Scene(80, 12);

    @BeforeEach
    void chats() {
        scene.chat("#general", 0, 500)
                .chat("#builds", 0, 500)
                .window(400, 500, false, true)
                .changed();
        scene.at("#general");
    }

    @Test
    void a_command_asks_and_enter_leads_to_the_hit_in_the_middle() {
        List<Effect> effects = scene.enter("/search red house");
        assertThat(effects).containsExactly(new Effect.Find(place("#general"), "red house", null));
        List<Effect> around = answer(effects, null, finding("#builds", 40), finding("#general", 7));
        assertThat(around)
                .containsExactly(
                        new Effect.LookAround(
                                place("#general").community(), finding("#builds", 40).at()));
        assertThat(scene.press(Name.ENTER)).containsExactly(new Effect.Jump(place("#builds"), 40));
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        assertThat(scene.model.here()).contains(place("#builds"));
        scene.window(20, 90, false, false).changed();
        Anchor top = scene.model.top(scene.model.talk());
        assertThat(top.seq()).isBetween(30L, 40L);
        assertThat(scene.model.isScrolled(place("#builds"))).isTrue();
        scene.press(Name.END);
        assertThat(scene.model.isScrolled(place("#builds"))).isFalse();
    }

    @Test
    void ctrl_f_asks_and_comes_back_to_what_was_found() {
        scene.type("x");
        scene.press(Key.ctrl('f'));
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        scene.press(Key.ctrl('u'), Key.ctrl('f'));
        List<Effect> effects = scene.enter("house");
        answer(effects, null, finding("#builds", 40), finding("#general", 7));
        scene.press(Name.DOWN);
        scene.press(Name.ENTER);
        assertThat(scene.model.here()).contains(place("#general"));
        scene.press(Key.ctrl('f'));
        Finder again = ((Overlay.Find) scene.model.overlay()).finder();
        assertThat(again.found()).hasSize(2);
        assertThat(again.chosen()).isEqualTo(1);
        assertThat(scene.press(Name.ESCAPE)).isEmpty();
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        assertThat(scene.model.here()).contains(place("#general"));
    }

    @Test
    void what_was_found_for_other_words_is_not_shown() {
        answer(scene.enter("/search house"), null, finding("#builds", 40));
        scene.type("s");
        assertThat(finder().found()).isEmpty();
        assertThat(scene.press(Name.DOWN)).isEmpty();
        assertThat(scene.press(Name.ENTER))
                .containsExactly(new Effect.Find(place("#general"), "houses", null));
    }

    @Test
    void more_is_asked_for_near_the_end_and_old_answers_are_dropped() {
        List<Effect> first = scene.enter("/find house");
        List<Effect> second = new ArrayList<>(scene.type("s"));
        second.addAll(scene.press(Name.ENTER));
        answer(first, null, finding("#builds", 3));
        assertThat(finder().found()).isEmpty();
        Finding[] page = new Finding[20];
        for (int i = 0; i < page.length; i++) {
            page[i] = finding("#general", 100 - i);
        }
        Hit.Spot last = page[19].at();
        answer(second, last, page);
        List<Effect> effects = scene.press(Name.PAGE_DOWN);
        assertThat(effects).noneMatch(Effect.Find.class::isInstance);
        effects = scene.press(Name.PAGE_DOWN);
        assertThat(effects).contains(new Effect.Find(place("#general"), "houses", last));
        answer(effects, null, finding("#general", 9));
        assertThat(finder().found()).hasSize(21);
        assertThat(finder().hasMore()).isFalse();
    }

    @Test
    void a_wrong_question_says_why() {
        List<Effect> effects = scene.enter("/search \"red");
        Effect.Find asked = (Effect.Find) effects.getFirst();
        scene.update.take(new Event.Found(asked, null, "A quote is not closed."));
        assertThat(finder().problem()).isEqualTo("A quote is not closed.");
        assertThat(scene.press(Name.ENTER)).hasSize(1);
    }

    private Finder finder() {
        return ((Overlay.Find) scene.model.overlay()).finder();
    }

    private List<Effect> answer(
            List<Effect> effects, Hit.@Nullable Spot last, Finding... findings) {
        Effect.Find asked =
                (Effect.Find)
                        effects.stream()
                                .filter(Effect.Find.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        return scene.update.take(new Event.Found(asked, new Findings(List.of(findings), last), ""));
    }

    private Finding finding(String chat, long seq) {
        ChatInfo info = scene.model.chat(place(chat)).orElseThrow();
        return new Finding(
                info,
                seq,
                Scene.NOON.toEpochMilli(),
                Scene.idOf("bob"),
                "bob",
                "the house",
                List.of(),
                false,
                false);
    }
}

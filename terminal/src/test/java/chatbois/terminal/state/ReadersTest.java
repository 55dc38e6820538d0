package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.key.Key.Name;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.talk.ReadBy;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is shown and asked of what others have read.
class ReadersTest {
    private static final Effect ASK = new Effect.AskReaders(Scene.place("#soup"));

    private final Scene scene =
            new Scene(80, 24).members("ben", "cleo", "dan", "eve").chat("#soup", 0, 4, 5);

    ReadersTest() {
        scene.receipts(true).says("anna", "hot?").says("ben", "very").says("anna", "good");
    }

    private void after(int seconds) {
        scene.model.at(scene.model.now().plusSeconds(seconds));
        scene.changed();
    }

    private ReadBy shown() {
        return scene.model.readers.of(scene.model);
    }

    @Test
    void it_is_shown_below_the_last_message_of_one_s_own_that_somebody_has_read() {
        assertThat(scene.changed()).contains(ASK);
        scene.read("#soup", "ben 1", "cleo 2");
        assertThat(shown()).isEqualTo(new ReadBy(1, List.of("ben", "cleo")));
        scene.read("#soup", "ben 3", "cleo 2");
        assertThat(shown()).isEqualTo(new ReadBy(3, List.of("ben")));
        scene.read("#soup", "ben 0");
        assertThat(shown()).isEqualTo(ReadBy.NOBODY);
    }

    @Test
    void nothing_is_asked_or_shown_of_who_does_not_want_it() {
        assertThat(scene.receipts(false).changed()).doesNotContain(ASK);
        scene.read("#soup", "ben 3");
        assertThat(shown()).isEqualTo(ReadBy.NOBODY);
        scene.receipts(true).set(Setting.LOOKS_RECEIPTS, "false");
        assertThat(scene.changed()).doesNotContain(ASK);
        assertThat(shown()).isEqualTo(ReadBy.NOBODY);
    }

    @Test
    void nothing_is_asked_in_larger_chats_and_where_one_has_said_nothing() {
        assertThat(scene.chat("#soup", 0, 4, 11).changed()).doesNotContain(ASK);
        scene.chat("#soup", 0, 4, 5).window(1, 3, true, true);
        assertThat(scene.changed()).doesNotContain(ASK);
    }

    @Test
    void it_is_asked_again_a_moment_after_something_happened_but_not_often() {
        assertThat(scene.changed()).contains(ASK);
        scene.read("#soup");
        scene.says("ben", "more?");
        assertThat(scene.changed()).doesNotContain(ASK);
        assertThat(scene.model.isAskingReaders()).isTrue();
        scene.model.at(Scene.NOON.plusSeconds(10));
        assertThat(scene.changed()).contains(ASK);
        scene.read("#soup");
        scene.model.at(Scene.NOON.plusSeconds(100));
        assertThat(scene.changed()).doesNotContain(ASK);
        assertThat(scene.model.isAskingReaders()).isFalse();
        assertThat(scene.press(Name.PAGE_UP)).doesNotContain(ASK);
        scene.model.at(Scene.NOON.plusSeconds(103));
        assertThat(scene.changed()).contains(ASK);
    }

    @Test
    void nothing_is_asked_when_all_have_read_it() {
        scene.changed();
        scene.read("#soup", "ben 3", "cleo 3", "dan 3", "eve 3");
        scene.press(Name.PAGE_UP);
        after(60);
        assertThat(scene.changed()).doesNotContain(ASK);
        scene.says("anna", "who has the spoon?");
        after(60);
        assertThat(shown().names()).hasSize(4);
    }
}

package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Loudness;
import chatbois.terminal.alert.Alert;
import chatbois.terminal.alert.Quiet;
import chatbois.terminal.alert.Wishes;
import chatbois.terminal.key.Key;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Of what a member is notified.
class NotifyTest {
    private final Scene scene =
            new Scene(80, 24).chat("#soup", 0).chat("@ben", 0).chat("#hall", 0, 10, 40);

    NotifyTest() {
        scene.changed();
        scene.at("#soup");
        scene.press(new Key.Focus(false));
    }

    private List<String> told() {
        return scene.changed().stream()
                .filter(Effect.Notify.class::isInstance)
                .map(Effect.Notify.class::cast)
                .map(notify -> words(notify.alert()))
                .toList();
    }

    private static String words(Alert alert) {
        return alert.text().isEmpty() ? alert.title() : alert.title() + ": " + alert.text();
    }

    @Test
    void a_message_is_told_once_while_looking_elsewhere() {
        scene.arrives("#soup", "ben", "it is ready");
        assertThat(told()).containsExactly("ben in #soup: it is ready");
        assertThat(told()).isEmpty();
        scene.arrives("@ben", "ben", "psst");
        assertThat(told()).containsExactly("ben: psst");
    }

    @Test
    void nothing_is_told_while_looking_and_nothing_afterwards_of_what_was_seen() {
        scene.press(new Key.Focus(true));
        scene.arrives("@ben", "ben", "psst");
        assertThat(told()).isEmpty();
        scene.press(new Key.Focus(false));
        assertThat(told()).isEmpty();
    }

    @Test
    void a_terminal_that_tells_no_focus_counts_as_watched_for_a_minute_after_a_key() {
        Scene plain = new Scene(80, 24).chat("@ben", 0);
        plain.changed();
        plain.type("x");
        plain.arrives("@ben", "ben", "one");
        assertThat(plain.changed()).noneMatch(Effect.Notify.class::isInstance);
        plain.model.at(Scene.NOON.plusSeconds(61));
        plain.arrives("@ben", "ben", "two");
        assertThat(plain.changed()).anyMatch(Effect.Notify.class::isInstance);
    }

    @Test
    void in_a_big_chat_only_what_names_the_member_is_told() {
        scene.arrives("#hall", "cleo", "good morning");
        assertThat(told()).isEmpty();
        scene.arrives("#hall", "cleo", "@anna, are you there?");
        assertThat(told()).containsExactly("cleo in #hall: @anna, are you there?");
    }

    @Test
    void what_was_said_with_notify_holds() {
        scene.loud("#soup", Loudness.NONE).loud("#hall", Loudness.ALL);
        scene.arrives("#soup", "ben", "@anna").arrives("#hall", "cleo", "hello");
        assertThat(told()).containsExactly("cleo in #hall: hello");
    }

    @Test
    void a_chat_is_told_of_every_few_seconds_at_most_but_being_named_is_told_at_once() {
        scene.arrives("#soup", "ben", "one").arrives("#soup", "ben", "two");
        assertThat(told()).containsExactly("ben in #soup: one");
        scene.arrives("#soup", "ben", "@anna!").arrives("#soup", "ben", "@anna!!");
        assertThat(told()).containsExactly("ben in #soup: @anna!");
        scene.model.at(Scene.NOON.plusSeconds(6));
        scene.arrives("#soup", "ben", "three");
        assertThat(told()).containsExactly("ben in #soup: three");
    }

    @Test
    void what_was_missed_is_told_in_one() {
        scene.missed("#soup", 4).missed("@ben", 8).missed("#hall", 100);
        assertThat(told()).containsExactly("12 new in 2 chats");
        scene.missed("@ben", 1);
        assertThat(told()).containsExactly("1 new in @ben");
    }

    @Test
    void nothing_is_told_in_quiet_hours() {
        scene.quiet("12:00-13:00").arrives("@ben", "ben", "psst");
        assertThat(told()).isEmpty();
        scene.quiet("22:00-07:00").arrives("@ben", "ben", "psst");
        assertThat(told()).containsExactly("ben: psst");
    }

    @Test
    void wishes_are_kept() {
        scene.model.wish(new Wishes(true, false, Optional.empty(), Optional.empty()));
        scene.arrives("#soup", "ben", "secret");
        assertThat(told()).containsExactly("New message from ben in #soup");
        scene.model.wish(new Wishes(true, true, Optional.empty(), Quiet.parse("12:00-13:00")));
        scene.arrives("@ben", "ben", "psst");
        assertThat(told()).isEmpty();
        scene.model.wish(new Wishes(false, true, Optional.empty(), Optional.empty()));
        scene.arrives("@ben", "ben", "psst");
        assertThat(told()).isEmpty();
    }
}

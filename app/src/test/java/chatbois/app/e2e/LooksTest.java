package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna's wide window has a list at either side, takes other colours, listens to the mouse only as
/// long as she wants that, and types nothing of what her terminal answers.
@Tag("e2e")
class LooksTest extends Hosted {
    private static final String F3 = "\u001bOR";

    @Test
    void a_screen_is_as_its_member_likes_it() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 140, 24)) {
            anna.say("/new plans");
            anna.await("#plans  only you");
            anna.await("the members", screen -> screen.contains("│ owner"));
            anna.type(F3);
            anna.await("no members", screen -> !screen.contains("│ owner"));

            anna.type("\u001b]11;rgb:ffff/fdfd/f5f5\u001b\\Hi");
            anna.await("> Hi");
            anna.type("\u0003");
            anna.say("/theme light");
            anna.await("looks.theme is light now.");
            anna.say("/theme moonlight");
            anna.await("There is no theme moonlight.");

            anna.say("/new games");
            anna.await("#games  only you");
            assertThat(anna.raw()).doesNotContain("\u001b[?1000h");
            anna.type("\u001bm");
            anna.await("The mouse scrolls and chooses");
            anna.type("\u001b[<0;5;3M");
            anna.await("#plans  only you");
            anna.say("/quit");
            assertThat(anna.exitCode()).isZero();
            assertThat(anna.raw())
                    .containsSubsequence(
                            "\u001b[?1000h\u001b[?1006h", "\u001b[?1006l\u001b[?1000l");
        }
    }
}

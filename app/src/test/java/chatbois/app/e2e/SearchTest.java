package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna finds what was said long ago in another chat, and goes there; nobody finds what is not
/// theirs.
@Tag("e2e")
class SearchTest extends Hosted {
    private static final String ENTER = "\r";
    private static final String ESC = "\u001b";
    private static final String CTRL_F = "\u0006";
    private static final String CTRL_U = "\u0015";
    private static final String DOWN = "\u001b[B";

    @Test
    void a_message_of_long_ago_is_found_and_shown_in_its_chat() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30);
                Window ben = host.joinPlain("ben", Host.invite(anna))) {
            ben.say("/new garden anna");
            ben.await("now in #garden");
            ben.say("the spade is behind the red house");
            for (int i = 1; i <= 60; i++) {
                ben.say("filler " + i);
            }
            ben.await("filler 60");
            ben.say("/new secret");
            ben.await("now in #secret");
            ben.say("my red house is not for anna");
            ben.await("not for anna");
            anna.say("/new kitchen");
            anna.await("#kitchen");
            anna.say("we paint it red");
            anna.await("anna  we paint it red");
            anna.chooseOnceSent("r reply");
            anna.type(ESC);
            anna.await("nothing chosen", screen -> !screen.contains("r reply"));
            hitsAreShown(anna);
            enterLeadsThere(anna);
            ben.say("/search spade from:ben");
            ben.await("#garden #2 ben: the spade is behind the red house");
        }
    }

    private static void hitsAreShown(Window anna) throws Exception {
        anna.type("/search red" + ENTER);
        anna.await("#garden ben the spade is behind the red house");
        assertThat(anna.screen())
                .contains("#kitchen anna we paint it red")
                .doesNotContain("not for");
        anna.type(ESC);
        anna.await("anna  we paint it red");
        anna.type(CTRL_F);
        anna.await("#garden ben the spade is behind the red house");
        anna.type(CTRL_U + "\"red house\" in:garden" + ENTER);
        anna.await(
                "only one hit",
                screen -> screen.contains("the spade") && !screen.contains("we paint"));
        anna.await("ben: filler 1");
    }

    private static void enterLeadsThere(Window anna) throws Exception {
        anna.type(DOWN + ENTER);
        anna.await(
                "the garden at the spade",
                screen ->
                        screen.contains("#garden  2 members")
                                && screen.contains("ben  the spade is behind")
                                && screen.contains("filler 3"));
        assertThat(anna.screen()).doesNotContain("filler 60");
        anna.type(ESC);
        anna.await("filler 60");
    }
}

package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What Anna writes with signs stands out on Andy's screen, and is to be read as she typed it in
/// Ben's line mode.
@Tag("e2e")
class FormattingTest extends Hosted {
    private static final String TAB = "\t";

    @Test
    void signs_become_looks_on_the_screen_and_names_become_emoji_for_all() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30);
                Window andy = host.join("andy", Host.invite(anna), 100, 30);
                Window ben = host.joinPlain("ben", Host.invite(anna))) {
            anna.say("/new garden andy ben");
            anna.await("#garden  3 members");
            andy.say("/go garden");
            andy.await("#garden  3 members");
            ben.say("/go garden");
            ben.await("now in #garden");
            anna.say("a *very* long `snake_case` day");
            andy.await("a very long snake_case day");
            ben.await("a *very* long `snake_case` day");
            anna.type("well done :tad");
            anna.await(":tada:");
            anna.type(TAB);
            anna.await("\n> well done :tada:");
            anna.type("\r");
            ben.await("well done 🎉");
            assertThat(andy.screen()).doesNotContain(":tada:");
        }
    }
}

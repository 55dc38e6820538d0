package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna sees that Ben is typing, and not any more when he has said it; once he doesn't want that,
/// she doesn't.
@Tag("e2e")
class TypingTest extends Hosted {
    private static final String CTRL_U = "\u0015";

    @Test
    void who_is_typing_is_seen_by_who_looks_at_the_chat() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30);
                Window ben = host.join("ben", Host.invite(anna), 100, 30)) {
            anna.say("/new soup ben");
            anna.await("#soup  2 members");
            ben.say("/go soup");
            ben.await("#soup  2 members");
            ben.type("it is re");
            anna.await("ben is typing…");
            ben.say("ady");
            anna.await("the end", screen -> !screen.contains("ben is typing…"));
            anna.await("ben  it is ready");

            ben.say("/privacy typing off");
            ben.await("typing off: nobody is told");
            ben.type("secretly");
            ben.await("> secretly");
            ben.type(CTRL_U);
            ben.say("done");
            anna.await("done");
            assertThat(anna.screen()).doesNotContain("ben is typing…");
        }
    }
}

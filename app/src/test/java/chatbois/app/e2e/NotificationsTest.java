package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna looks elsewhere, and her terminal rings; while she looks, it doesn't.
@Tag("e2e")
class NotificationsTest extends Hosted {
    private static final String FOCUSED = "\u001b[I";
    private static final String ELSEWHERE = "\u001b[O";

    @Test
    void a_terminal_rings_for_who_is_looking_elsewhere() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30);
                Window ben = host.joinPlain("ben", Host.invite(anna))) {
            anna.say("/new soup ben");
            anna.await("#soup  2 members");
            ben.await("anna made #soup with you in it.");
            ben.say("/go soup");
            ben.await("now in #soup");

            anna.type(FOCUSED);
            ben.say("you see this");
            anna.await("you see this");
            anna.type(ELSEWHERE);
            long before = rings(anna);
            ben.say("you don't see this");
            anna.await("a ring", _ -> rings(anna) > before);

            anna.say("/notify none");
            anna.await("you are notified of nothing now");
            long silent = rings(anna);
            ben.say("nor this");
            anna.await("nor this");
            assertThat(rings(anna)).isEqualTo(silent);
        }
    }

    /// The bells that end no title.
    private static long rings(Window window) {
        String said = window.raw().replaceAll("\u001b]2;[^\u0007]*\u0007", "");
        return said.chars().filter(c -> c == '\u0007').count();
    }
}

package chatbois.app.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna and Ben see of each other that they are there, go away, come back and leave; and when one
/// of them doesn't want that, neither does.
@Tag("e2e")
class PresenceTest extends Hosted {
    @Test
    void who_is_there_is_seen_by_the_other() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30)) {
            try (Window ben = host.join("ben", Host.invite(anna), 100, 30)) {
                anna.say("/msg ben hello");
                anna.await("● @ben");
                anna.await("online · Kitchen");
                ben.await("● @anna");

                ben.say("/away lunch, back at two");
                anna.await("◐ @ben");
                anna.await("away: lunch, back at two");
                ben.say("/back");
                anna.await("● @ben");

                anna.say("/whois ben");
                anna.await("ben, member here");
                anna.say("/privacy presence off");
                anna.await("presence off: nobody is told");
                ben.await("no sign of anna", screen -> !screen.contains("● @anna"));
                anna.await("no sign of ben", screen -> !screen.contains("● @ben"));
                anna.say("/privacy presence on");
                ben.await("● @anna");
                anna.await("● @ben");
                ben.say("/quit");
                ben.exitCode();
            }
            anna.await("○ @ben");
            anna.await("last seen just now");
        }
    }
}

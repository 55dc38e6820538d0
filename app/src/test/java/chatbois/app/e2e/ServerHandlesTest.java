package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is done with the server from a terminal: by its owner, seen by a member, refused to a
/// guest.
@Tag("e2e")
class ServerHandlesTest extends Hosted {
    @Test
    void an_owner_does_it_a_member_sees_it_and_a_guest_is_refused() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30);
                Window ben = host.join("ben", Host.invite(anna), 100, 30);
                Window gil = host.join("gil", Host.invite(anna, "guest"), 100, 30)) {
            theServerIsLookedAt(anna, ben);
            aBackupIsBroughtHome(anna);
            itIsSetHowLongMessagesAreKept(anna, ben);
            aGuestIsRefused(gil);
            anEndIsPlannedAndCalledOff(anna, ben);
            theServerRestarts(anna, ben);
        }
    }

    private static void theServerIsLookedAt(Window anna, Window ben) throws Exception {
        anna.say("/server");
        anna.await("last backup", screen -> screen.matches("(?s).*last backup +never.*"));
        ben.say("/new room");
        anna.await("a fresh look", screen -> screen.matches("(?s).*logs +2\n.*"));
        anna.type("\u001b");
        anna.await("the chat again", screen -> !screen.contains("Esc closes"));
        anna.say("/loglevel verbose");
        anna.await("The log level is verbose now.");
    }

    private void aBackupIsBroughtHome(Window anna) throws Exception {
        Path file = directory.resolve("kitchen.backup");
        anna.say("/backup " + file);
        anna.await("The backup is here");
        assertThat(Files.size(file)).isPositive();
    }

    private static void itIsSetHowLongMessagesAreKept(Window anna, Window ben) throws Exception {
        anna.say("/retention 365");
        anna.await("Type /retention 365 yes to do that.");
        anna.say("/retention 365 yes");
        ben.await("anna: messages are kept for 365 days now");
    }

    private static void aGuestIsRefused(Window gil) throws Exception {
        String[][] refused = {
            {"/server", "see-status"},
            {"/loglevel quiet", "log-level"},
            {"/backup", "backup"},
            {"/retention 1 yes", "retention"},
            {"/restart 0", "shut-down"},
            {"/shutdown 0", "shut-down"},
            {"/calloff", "shut-down"},
        };
        for (String[] line : refused) {
            gil.say(line[0]);
            gil.await("lacks the permission " + line[1] + ";");
        }
    }

    private static void anEndIsPlannedAndCalledOff(Window anna, Window ben) throws Exception {
        anna.say("/shutdown 30 new disk");
        ben.await("anna: the server shuts down in 30 minutes: new disk");
        ben.await("a countdown", screen -> screen.contains("shutdown in 29:"));
        anna.say("/calloff");
        ben.await("anna called it off: the server goes on.");
        ben.await("no countdown", screen -> !screen.contains("shutdown in 29:"));
    }

    private void theServerRestarts(Window anna, Window ben) throws Exception {
        anna.say("/restart 0 new disk");
        ben.await("The server is restarting (new disk)");
        assertThat(host.exitCode()).isEqualTo(75);
        host.startAgain();
        ben.say("/reconnect");
        ben.await("Kitchen · online");
    }
}

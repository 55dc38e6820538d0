package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna runs the community from her screen, Ben sees it in line mode, and Gil, who is a guest, may
/// not.
@Tag("e2e")
class CommunityHandlesTest extends Hosted {
    @Test
    void an_owner_does_it_a_member_sees_it_and_a_guest_is_refused() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30);
                Window ben = host.joinPlain("ben", Host.invite(anna));
                Window gil = host.join("gil", Host.invite(anna, "guest"), 100, 30)) {
            everybodyIsTold(anna, ben, gil);
            rolesAreMadeAndGiven(anna, ben);
            invitesAreMadeAndCalledBack(anna);
            whoeverMisbehavesIsSentAway(anna, ben);
            aRaidIsShutOut(anna, ben);
            aGuestIsRefused(gil);
            theTrailHasItAll(ben);
        }
    }

    private static void everybodyIsTold(Window anna, Window ben, Window gil) throws Exception {
        anna.say("/welcome Be kind.");
        anna.await("Newcomers are told that now.");
        anna.say("/announce dinner at eight");
        anna.await("Everybody is told.");
        ben.await("anna announces: dinner at eight");
        gil.await("anna announces: dinner at eight");
    }

    private static void rolesAreMadeAndGiven(Window anna, Window ben) throws Exception {
        anna.say("/newrole helper 50 kick invite make-chats");
        anna.await("There is a role helper now");
        anna.say("/role ben helper");
        anna.await("ben is helper now.");
        ben.await("You are helper here now");
        ben.say("/role");
        ben.await("helper (rank 50, 1 of you): invite, make-chats, kick");
    }

    private static void invitesAreMadeAndCalledBack(Window anna) throws Exception {
        Host.invite(anna, "moderator");
        anna.say("/invites");
        anna.await("uses left");
        Matcher line = Pattern.compile("(\\S{8}) +moderator +anna +1 ").matcher(anna.screen());
        assertThat(line.find()).isTrue();
        anna.say("/revoke " + line.group(1));
        anna.await("That invite lets in nobody any more.");
    }

    private static void whoeverMisbehavesIsSentAway(Window anna, Window ben) throws Exception {
        anna.say("/mute ben 1h calm down");
        anna.await("ben is muted until 20");
        ben.await("You are muted here until 20");
        anna.say("/unmute ben");
        ben.await("You can speak again here.");
        anna.say("/kick ben read the rules");
        anna.await("ben was disconnected.");
        ben.await("anna disconnected you: read the rules.");
        ben.say("/reconnect");
        ben.await("back", screen -> count(screen, "Kitchen: online.") == 2);
        anna.say("/ban ben 1d spam");
        ben.await("You are banned from Kitchen until 20");
        anna.say("/bans");
        anna.await("reason");
        anna.say("/unban ben");
        anna.await("ben can come in again.");
        ben.say("/reconnect");
        ben.await("back again", screen -> count(screen, "Kitchen: online.") == 3);
    }

    private static int count(String screen, String text) {
        return screen.split(Pattern.quote(text), -1).length - 1;
    }

    private static void aRaidIsShutOut(Window anna, Window ben) throws Exception {
        anna.say("/panic 3");
        ben.await("anna set the panic level to 3: nobody new comes in");
        ben.say("/invite");
        ben.await("For now no invites are made");
        anna.say("/panic 5");
        ben.await("anna set the panic level to 5: peace");
    }

    private static void aGuestIsRefused(Window gil) throws Exception {
        String[][] refused = {
            {"/announce hi", "announce"},
            {"/kick ben", "kick"},
            {"/ban ben", "ban"},
            {"/mute ben", "mute"},
            {"/expel ben", "remove-members"},
            {"/newrole x 1", "manage-roles"},
            {"/role ben guest", "give-roles"},
            {"/panic 1", "panic"},
            {"/lock", "lock"},
        };
        for (String[] line : refused) {
            gil.say(line[0]);
            gil.await("lacks the permission " + line[1] + ";");
        }
    }

    private static void theTrailHasItAll(Window ben) throws Exception {
        ben.say("/audit ben");
        ben.await("made ben helper");
        ben.await("muted ben until 20");
        ben.await("kicked ben: read the rules");
        ben.await("banned ben until 20");
        ben.await("lifted the ban of ben");
        assertThat(ben.raw()).doesNotContain("\u001b");
    }
}

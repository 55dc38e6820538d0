package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Ben has a laptop and a phone, loses both, and comes back; Anna, the owner, helps; Gil, who is a
/// guest, may not do to others what Anna may.
@Tag("e2e")
class MemberHandlesTest extends Hosted {
    private static final Pattern LINK =
            Pattern.compile("chatbois link (127\\.0\\.0\\.1:[0-9]+) ([0-9]{4}-[0-9]{4}-[0-9]{4})");
    private static final Pattern WORDS =
            Pattern.compile("^ +[0-9]+ +([a-z]+ [a-z]+ [a-z]+ [a-z]+) *$", Pattern.MULTILINE);

    @Test
    void devices_come_and_go_and_a_member_comes_back() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 40);
                Window ben = host.joinPlain("ben", Host.invite(anna));
                Window gil = host.join("gil", Host.invite(anna, "guest"), 100, 30)) {
            namesAndStatusAreSeen(anna, ben);
            try (Window phone = linked(ben)) {
                bothAreDevicesOfBen(anna, ben, phone);
                aGuestIsRefused(gil);
                ben.say("/unlink phone");
                ben.await("phone doesn't speak for ben any more.");
                phone.await("This device was revoked");
            }
            String words = paperKey(ben);
            assertThat(ben.screen()).contains("The paper key works");
            anna.say("/devices ben");
            anna.await("device 1");
            comesBackByPaper(words, ben);
        }
    }

    private static void namesAndStatusAreSeen(Window anna, Window ben) throws Exception {
        ben.say("/status out for lunch");
        ben.await("Everybody sees beside your name: out for lunch");
        anna.say("/who");
        anna.await("ben     out for");
        anna.say("/name ben benny");
        anna.await("ben is called benny now.");
        ben.await("You are called benny here now.");
        ben.say("/name ben");
        ben.await("You are called ben now.");
    }

    private Window linked(Window old) throws Exception {
        old.say("/link");
        old.await("The code for one new device of yours");
        old.await("Stay connected");
        Matcher line = LINK.matcher(old.screen());
        assertThat(line.find()).as(old.screen()).isTrue();
        Window phone =
                Window.open(
                        directory.resolve("phone"),
                        100,
                        30,
                        "link",
                        line.group(1),
                        line.group(2),
                        "--label",
                        "phone");
        phone.await("Kitchen · online");
        old.await("A new device speaks for you now: phone.");
        return phone;
    }

    private static void bothAreDevicesOfBen(Window anna, Window ben, Window phone)
            throws Exception {
        anna.say("/new snacks ben");
        anna.await("#snacks  2 members");
        phone.await("#snacks");
        ben.await("#snacks");
        phone.say("/go snacks");
        phone.await("#snacks  2 members");
        phone.say("Hello from the phone");
        anna.await("ben  Hello from the phone");
        ben.say("/go snacks");
        ben.await("ben: Hello from the phone");
        ben.say("/devices");
        ben.await("last seen");
        ben.await("phone");
    }

    private static void aGuestIsRefused(Window gil) throws Exception {
        String[][] refused = {
            {"/unlink ben:phone", "revoke-devices"},
            {"/reset ben", "reset-members"},
            {"/name ben bennet", "rename-members"},
        };
        for (String[] line : refused) {
            gil.say(line[0]);
            gil.await("lacks the permission " + line[1] + ";");
        }
    }

    private static String paperKey(Window ben) throws Exception {
        ben.say("/recovery");
        ben.await("Now type the words from the paper");
        StringBuilder words = new StringBuilder();
        Matcher row = WORDS.matcher(ben.screen());
        while (row.find()) {
            words.append(row.group(1)).append(' ');
        }
        ben.say("/recovery " + words.toString().strip());
        ben.await("The paper key works");
        return words.toString().strip();
    }

    private void comesBackByPaper(String words, Window ben) throws Exception {
        Matcher way =
                Pattern.compile("chatbois recover (\\S+) --community (\\S+)").matcher(ben.screen());
        assertThat(way.find()).isTrue();
        try (Window back =
                Window.open(
                        directory.resolve("new laptop"),
                        100,
                        30,
                        "recover",
                        way.group(1),
                        "--community",
                        way.group(2),
                        "--revoke-others")) {
            back.await("The 24 words");
            back.type(words + "\r");
            back.await("Kitchen · online");
            assertThat(back.screen()).doesNotContain(words.substring(0, 20));
        }
        ben.await("This device was revoked");
    }
}

package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.protocol.InviteCode;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.server.Restoration.Restored;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups that earlier versions made, kept as they were: every later version restores them. One of
/// a released version is never made anew.
class OldBackupsTest {
    private static final Restored STORY =
            new Restored("The old House", 4, 2, 320, Instant.parse("2030-01-01T00:00:00Z"));

    @TempDir Path folder;

    @Test
    void form_1_with_format_1_is_restored() throws Exception {
        Path file = folder.resolve("form-1.backup");
        try (InputStream in = OldBackupsTest.class.getResourceAsStream("form-1.backup")) {
            Files.copy(Objects.requireNonNull(in), file);
        }
        assertThat(Restoration.restore(file, folder.resolve("restored"))).isEqualTo(STORY);
    }

    /// How the kept ones were made: with `-Dchatbois.backup=FILE`, into that file.
    @Test
    void the_same_story_gives_the_same_now() throws Exception {
        Path file =
                Path.of(
                        System.getProperty(
                                "chatbois.backup", folder.resolve("now.backup").toString()));
        try (House house = House.found(folder.resolve("data"))) {
            play(house);
            house.stop();
            try (Foundation foundation = Foundation.open(house.data)) {
                foundation.backUp(file, house.clock);
            }
        }
        assertThat(Restoration.restore(file, folder.resolve("restored"))).isEqualTo(STORY);
    }

    private static void play(House house) throws Exception {
        Client owner = house.owner();
        Client anna = house.member("anna");
        Client bert = house.member("bert");
        Client carl = house.member("carl");
        owner.write(house.community, new EventBody.RoleGiven(anna.id, "moderator"));
        owner.write(house.community, new EventBody.SettingsChanged("The old House", 50, null));
        var key = InviteCode.generate(House.RANDOM).verifyKey();
        owner.write(house.community, new EventBody.InviteMade(key, 3, 0, "guest"));
        owner.write(house.community, new EventBody.InviteRevoked(key));
        LogId plans = anna.makeChat("plans", bert);
        anna.say(plans, "Is anybody there?");
        bert.say(plans, "I am. Straße, 漢字, 👩‍👩‍👧");
        anna.write(plans, new EventBody.MemberInvited(carl.id));
        carl.write(plans, new EventBody.ChatJoined());
        carl.write(plans, new EventBody.Message("waves", true));
        bert.write(plans, new EventBody.ChatLeft());
        LogId direct = anna.makeDirect(bert);
        for (int i = 0; i < 300; i++) {
            bert.say(direct, "number " + i);
        }
        anna.wire().ask(new Request.MarkRead(direct, 100));
    }
}

package chatbois.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.home.Home;
import chatbois.client.home.Profile;
import chatbois.client.link.Dialer;
import chatbois.client.session.Outside;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.Refused;
import chatbois.protocol.name.MemberName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommunitiesTest {
    private static final LogId SHED = new LogId(new Bytes32(1, 0, 0, 0));
    private static final LogId BARN = new LogId(new Bytes32(2, 0, 0, 0));

    @TempDir Path directory;
    private Communities communities;

    @BeforeEach
    void save() throws IOException {
        Home home = new Home(directory);
        for (LogId id : List.of(SHED, BARN)) {
            SigningKey key = SigningKey.generate(new SecureRandom());
            home.folder(id).save(key);
            home.folder(id)
                    .save(
                            new Profile(
                                    id,
                                    "Somewhere",
                                    List.of(new Address("127.0.0.1", 1)),
                                    new MemberId(new UUID(1, 1)),
                                    new MemberName("ann"),
                                    key.verifyKey(),
                                    1,
                                    /* joined= */ true));
        }
        communities =
                new Communities(
                        home,
                        new Outside(Dialer.overTls(), Clock.systemUTC(), new SecureRandom()),
                        () -> {});
    }

    @AfterEach
    void close() {
        communities.close();
    }

    @Test
    void all_that_are_saved_are_open_at_once_even_without_a_connection() throws IOException {
        assertThat(communities.openAll()).hasSize(2);
        assertThat(communities.open(SHED)).isSameAs(communities.session(SHED).orElseThrow());
        assertThat(communities.unread()).isZero();
        assertThatThrownBy(() -> communities.chatNamed("tools"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tools");
    }

    @Test
    void one_with_a_damaged_file_does_not_keep_the_others_from_opening() throws IOException {
        Path key = directory.resolve("communities/" + SHED + "/device.key");
        Files.writeString(key, "rubbish");
        assertThat(communities.openAll()).hasSize(1);
        assertThat(communities.problems())
                .singleElement()
                .asString()
                .contains(key.toString(), "backup");
    }
}

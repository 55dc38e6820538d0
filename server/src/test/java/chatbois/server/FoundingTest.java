package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.LogId;
import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.server.journal.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundingTest {
    private static final Address ADDRESS = new Address("chat.example", 7777);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder;

    @Test
    void a_founded_community_is_named_by_the_hash_of_its_birth() throws Exception {
        try (Foundation foundation = Foundation.open(data())) {
            assertThat(foundation.isFounded()).isFalse();
            SigningKey recovery = found(foundation);
            assertThat(foundation.isFounded()).isTrue();
            assertThat(foundation.genesis().isGenuine()).isTrue();
            assertThat(foundation.genesis().genesis().recovery()).isEqualTo(recovery.verifyKey());
            Invite invite = Invite.parse(foundation.ownerInvite().orElseThrow());
            assertThat(invite.community()).isEqualTo(foundation.genesis().genesis().communityId());
            assertThat(invite.address()).isEqualTo(ADDRESS);
            assertThat(foundation.check()).isEmpty();
        }
    }

    @Test
    void nobody_but_the_owner_may_read_the_files() throws Exception {
        Files.createDirectory(data());
        try (House house = House.found(data());
                Stream<Path> files = Files.list(data())) {
            house.owner();
            assertThat(files).allSatisfy(FoundingTest::assertPrivate);
        }
    }

    private static void assertPrivate(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as(file.toString())
                .isEqualTo("rw-------");
    }

    @Test
    void the_recovery_key_is_nowhere_in_the_directory() throws Exception {
        SigningKey recovery;
        try (Foundation foundation = Foundation.open(data())) {
            recovery = found(foundation);
        }
        String seed = new String(recovery.seed(), java.nio.charset.StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.list(data())) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(seed);
            }
        }
    }

    @Test
    void a_community_is_founded_once() throws Exception {
        try (Foundation foundation = Foundation.open(data())) {
            found(foundation);
            assertThatThrownBy(() -> found(foundation))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was founded in");
        }
    }

    @Test
    void two_servers_cannot_share_a_directory() throws Exception {
        try (Foundation foundation = Foundation.open(data())) {
            assertThat(foundation.isFounded()).isFalse();
            assertThatThrownBy(() -> Foundation.open(data()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another server is running");
        }
        Foundation.open(data()).close();
    }

    @Test
    void a_founding_that_was_broken_off_is_begun_anew() throws Exception {
        try (Foundation foundation = Foundation.open(data())) {
            found(foundation);
            LogId before = foundation.genesis().genesis().communityId();
            Files.delete(data().resolve("genesis"));
            assertThat(foundation.isFounded()).isFalse();
            found(foundation);
            assertThat(foundation.genesis().genesis().communityId()).isNotEqualTo(before);
            assertThat(foundation.check()).isEmpty();
        }
    }

    @Test
    void a_community_whose_genesis_was_lost_is_never_replaced() throws Exception {
        try (House house = House.found(data())) {
            house.owner();
        }
        Files.delete(data().resolve("genesis"));
        try (Foundation foundation = Foundation.open(data())) {
            assertThatThrownBy(foundation::isFounded)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("put it back");
            assertThatThrownBy(() -> found(foundation)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_plan_that_breaks_the_rules_is_refused_and_leaves_nothing() throws Exception {
        try (Foundation foundation = Foundation.open(data())) {
            for (FoundingPlan plan :
                    new FoundingPlan[] {
                        new FoundingPlan(" ", ADDRESS, 10),
                        new FoundingPlan("two\nlines", ADDRESS, 10),
                        new FoundingPlan("Nobody", ADDRESS, 0),
                    }) {
                assertThatThrownBy(() -> Foundation.check(plan, House.RANDOM, CLOCK))
                        .isInstanceOf(Refused.class);
                assertThatThrownBy(() ->
                                foundation.found(
                                        plan,
                                        SigningKey.generate(House.RANDOM),
                                        House.RANDOM,
                                        CLOCK))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                e -> assertThat(e.refusal().code()).isEqualTo(Code.BAD_REQUEST));
            }
            assertThat(foundation.isFounded()).isFalse();
        }
        try (Stream<Path> files = Files.list(data())) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsOnly("lock");
        }
    }

    @Test
    void a_missing_store_is_not_replaced_by_an_empty_one() throws Exception {
        try (Foundation foundation = Foundation.open(data())) {
            found(foundation);
            Files.delete(data().resolve("chatbois.db"));
            assertThatThrownBy(() -> start(foundation)).hasMessageContaining("is missing");
            assertThatThrownBy(foundation::check).hasMessageContaining("is missing");
        }
    }

    @Test
    void a_damaged_or_missing_key_is_named_in_the_refusal_to_start() throws Exception {
        try (Foundation foundation = Foundation.open(data())) {
            found(foundation);
            for (String name : new String[] {"server.key", "tls.pem", "genesis"}) {
                String good = Files.readString(data().resolve(name));
                Files.writeString(data().resolve(name), good.substring(good.length() / 2));
                assertThatThrownBy(() -> start(foundation))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("damaged");
                Files.delete(data().resolve(name));
                assertThatThrownBy(() -> start(foundation))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("is missing");
                Files.writeString(data().resolve(name), good);
            }
        }
    }

    @Test
    void files_of_two_communities_are_told_apart() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        try (Foundation other = Foundation.open(elsewhere)) {
            found(other);
        }
        try (Foundation foundation = Foundation.open(data())) {
            found(foundation);
            for (String name : new String[] {"server.key", "genesis", "chatbois.db"}) {
                byte[] own = Files.readAllBytes(data().resolve(name));
                Files.copy(
                        elsewhere.resolve(name),
                        data().resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
                assertThatThrownBy(() -> start(foundation))
                        .as(name)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("put");
                assertThat(foundation.check()).as(name).isNotEmpty();
                Files.write(data().resolve(name), own);
            }
            assertThat(foundation.check()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_no_text_is_named() throws Exception {
        try (Foundation foundation = Foundation.open(data())) {
            found(foundation);
            for (String name : new String[] {"server.key", "tls.pem", "genesis"}) {
                String good = Files.readString(data().resolve(name));
                Files.write(data().resolve(name), new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
                assertThatThrownBy(() -> start(foundation))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("damaged");
                Files.writeString(data().resolve(name), good);
            }
        }
    }

    private static String taken(House house) {
        return "cannot listen on " + house.address() + ": Address already in use";
    }

    @Test
    void a_port_that_is_taken_is_named_in_the_refusal_to_start() throws Exception {
        try (House house = House.found(data());
                Foundation other = Foundation.open(folder.resolve("other"))) {
            found(other);
            ServerSettings same = new ServerSettings(house.address(), 0);
            assertThatThrownBy(() -> other.start(same, silent(), CLOCK))
                    .isInstanceOf(IOException.class)
                    .hasMessage(taken(house));
            assertThatThrownBy(() -> Server.probe(house.address()))
                    .isInstanceOf(IOException.class)
                    .hasMessage(taken(house));
        }
    }

    @Test
    void a_restart_takes_up_what_was_saved() throws Exception {
        try (House house = House.found(data())) {
            Client anna = house.member("anna");
            Client bert = house.member("bert");
            LogId chat = anna.makeChat("plans", bert);
            anna.say(chat, "before");
            house.restart();
            assertThat(house.server().name()).isEqualTo("The House");
            assertThat(house.server().hasMembers()).isTrue();
            anna.reconnect();
            anna.say(chat, "after");
            bert.reconnect();
            bert.read(chat);
            assertThat(bert.await(chat, 3).texts()).containsExactly("before", "after");
        }
    }

    @Test
    void the_owners_invite_lasts_until_the_owner_has_come_in() throws Exception {
        try (House house = House.found(data())) {
            house.restart();
            assertThat(house.ownersInvite()).isNotNull();
            house.owner();
            house.restart();
            house.stop();
            try (Foundation foundation = Foundation.open(data())) {
                assertThat(foundation.ownerInvite()).isEmpty();
                assertThat(foundation.check()).isEmpty();
            }
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static SigningKey found(Foundation foundation) throws IOException {
        SigningKey recovery = SigningKey.generate(House.RANDOM);
        foundation.found(new FoundingPlan("The House", ADDRESS, 10), recovery, House.RANDOM, CLOCK);
        return recovery;
    }

    private static Server start(Foundation foundation) throws IOException {
        return foundation.start(new ServerSettings(House.ANY_PORT, 0), silent(), CLOCK);
    }

    private static Journal silent() {
        return new Journal(new PrintStream(OutputStream.nullOutputStream()), CLOCK);
    }
}

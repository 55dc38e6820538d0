package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.home.Folder;
import chatbois.client.home.Home;
import chatbois.client.home.Profile;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Address;
import chatbois.protocol.ChatState;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.InviteCode;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A session of Ann, who is alone in a chat, with a server that is played. Bob is invited, and no
/// member yet.
@Timeout(30)
abstract class PlayedShed {
    static final LogId CHAT = new LogId(new Bytes32(7, 7, 7, 7));

    private final SecureRandom random = new SecureRandom();
    final Pen ann = pen(1);
    final Pen bob = pen(2);
    private final InviteCode ownerCode = InviteCode.generate(random);
    final InviteCode code = InviteCode.generate(random);
    final PlayedServer server = new PlayedServer(ann.member());

    @TempDir Path directory;
    Session session;
    Timeline screen;

    @BeforeEach
    void connect() throws Exception {
        Pen founder = new Pen(MemberId.SERVER, server.key, Clock.systemUTC(), random);
        store(founder, server.community, 1, new Founded("Shed", 10, ownerCode.verifyKey()));
        store(ann, server.community, 1, joined(ann, "ann", ownerCode));
        store(ann, server.community, 2, new InviteMade(code.verifyKey(), 1, 0));
        ChatName tools = new ChatName("tools");
        store(ann, CHAT, 1, new ChatCreated(tools, false, List.of(ann.member())));
        server.chats.add(
                new ChatSummary(
                        CHAT,
                        tools,
                        null,
                        1,
                        new ChatState("", false, false, "member", 1),
                        1,
                        1000,
                        1,
                        0,
                        0));

        Folder folder = new Home(directory).folder(server.community);
        folder.save(ann.device());
        folder.save(profile());
        session = Session.open(folder, new Outside(server, Clock.systemUTC(), random), () -> {});
        session.online().get(10, TimeUnit.SECONDS);
        screen = session.timeline(CHAT);
        screen.toEnd().get();
    }

    @AfterEach
    void close() {
        session.close();
    }

    void store(Pen pen, LogId log, long number, EventBody body) {
        server.store(pen.write(log, number, TreeHead.EMPTY, body));
    }

    MemberJoined joined(Pen who, String name, InviteCode by) {
        return new MemberJoined(
                new MemberName(name),
                by.verifyKey(),
                JoinProof.sign(by.key(), server.community, who.member(), who.device().verifyKey()));
    }

    private Profile profile() {
        return new Profile(
                server.community,
                "Shed",
                List.of(new Address("shed", 7777)),
                ann.member(),
                new MemberName("ann"),
                server.key.verifyKey(),
                1,
                /* joined= */ true);
    }

    private Pen pen(long id) {
        return new Pen(
                new MemberId(new UUID(id, id)),
                SigningKey.generate(random),
                Clock.systemUTC(),
                random);
    }

    /// Bob comes in, and the client hears of it.
    void takeInBob() {
        store(bob, server.community, 1, joined(bob, "bob", code));
        server.tellNewest(server.community);
    }

    /// What is to be noticed, but not what is only good to know.
    List<String> notices() {
        return session.snapshot().notices().stream()
                .filter(notice -> !notice.quiet())
                .map(Notice::sentence)
                .toList();
    }

    void await(Predicate<SessionState> until) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!until.test(session.snapshot().state())) {
            assertThat(System.nanoTime()).as("%s", session.snapshot().state()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}

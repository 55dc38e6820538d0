package chatbois.client.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.home.Folder;
import chatbois.client.home.Home;
import chatbois.client.home.Profile;
import chatbois.log.Bytes32;
import chatbois.log.LogBroken;
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
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The community's log and a chat's log come side by side, so a chat can be ahead.
@Timeout(30)
class NewcomersTest {
    private static final LogId CHAT = new LogId(new Bytes32(7, 7, 7, 7));

    private final SecureRandom random = new SecureRandom();
    private final Pen ann = pen(1);
    private final Pen bob = pen(2);
    private final InviteCode ownerCode = InviteCode.generate(random);
    private final InviteCode code = InviteCode.generate(random);
    private final PlayedServer server = new PlayedServer(ann.member());

    @TempDir Path directory;
    private Session session;
    private Timeline screen;

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

    @Test
    void a_newcomers_words_wait_for_the_news_of_the_newcomer() {
        server.store(bob.write(server.community, 1, TreeHead.EMPTY, joined(bob, "bob", code)));
        store(bob, CHAT, 1, new Message("hello", false));
        server.tellNewest(CHAT);
        store(bob, CHAT, 2, new Message("anybody?", false));
        server.tellNewest(CHAT);
        assertThat(screen.view().entries()).hasSize(1);

        server.tellNewest(server.community);
        assertThat(screen.view().entries())
                .extracting(Entry::author)
                .containsExactly("ann", "bob", "bob");
        assertThat(session.snapshot().chats().getFirst().broken()).isNull();
        assertThat(session.snapshot().chats().getFirst().unread()).isEqualTo(2);
    }

    @Test
    void words_by_somebody_of_whom_there_is_no_news_are_reported() {
        store(bob, CHAT, 1, new Message("hello", false));
        server.tellNewest(CHAT);

        assertThat(screen.view().entries()).hasSize(1);
        assertThat(requireNonNull(session.snapshot().chats().getFirst().broken()).kind())
                .isEqualTo(LogBroken.Kind.FORGED);
        assertThat(session.snapshot().state()).isInstanceOf(SessionState.Online.class);
    }

    private void store(Pen pen, LogId log, long number, EventBody body) {
        server.store(pen.write(log, number, TreeHead.EMPTY, body));
    }

    private MemberJoined joined(Pen who, String name, InviteCode by) {
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
}

package chatbois.bench;

import chatbois.log.Content;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import chatbois.log.Signature;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Frames;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import chatbois.server.community.Ledger;
import chatbois.server.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// A store with a thousand chats, the largest of which holds a seventh of all that was said, over
/// two years. Nobody checks signatures there, so none are made.
final class TalkativeTown {
    private static final int CHATS = 1_000;
    private static final int AUTHORS = 200;
    private static final int BATCH = 500;
    private static final Signature NONE = new Signature(new byte[Signature.LENGTH]);

    /// Is in all chats.
    static final MemberId EVERYWHERE = member(1);

    /// Is in every twentieth chat, the largest too.
    static final MemberId ORDINARY = member(2);

    /// Is in three small chats.
    static final MemberId CORNER = member(3);

    private final SecureRandom secure = new SecureRandom();
    private final Random random = new Random(5);
    private final Map<Long, Long> authorSeqs = new HashMap<>();
    private final SigningKey[] devices = new SigningKey[AUTHORS];
    private final double[] shares = new double[CHATS];

    /// A clock that goes on from commit to commit.
    private static final class Calendar extends Clock {
        private Instant now = Instant.now();
        private final long step;

        Calendar(long step) {
            this.step = step;
        }

        @Override
        public Instant instant() {
            now = now.plusMillis(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    static MemberId member(int number) {
        return new MemberId(new UUID(0, number));
    }

    static LogId chat(int number) {
        return new LogId(Sha256.of(("chat " + number).getBytes(StandardCharsets.UTF_8)));
    }

    /// An author who says as much as all others.
    static MemberId author(int number) {
        return member(100 + number);
    }

    void fill(Store store, LogId community, SigningKey server, MadeUpTalk talk, int messages) {
        for (int i = 0; i < AUTHORS; i++) {
            devices[i] = SigningKey.generate(secure);
        }
        double sum = 0;
        for (int i = 0; i < CHATS; i++) {
            sum += 1.0 / (i + 1);
            shares[i] = sum;
        }
        long step = 2L * 365 * 86_400_000 / Math.max(messages / BATCH, 1);
        Ledger ledger = new Ledger(store.transaction(), community, server, new Calendar(step));
        for (int i = 0; i < CHATS; i++) {
            ledger.append(event(i, 0, new ChatCreated(new ChatName("chat-" + i), false, in(i))));
        }
        ledger.commit();
        for (int i = 1; i <= messages; i++) {
            Message said = new Message(talk.message(), /* action= */ false);
            ledger.append(event(pickChat(), random.nextInt(AUTHORS), said));
            if (i % BATCH == 0 || i == messages) {
                ledger.commit();
            }
        }
    }

    private static List<MemberId> in(int chat) {
        List<MemberId> members = new ArrayList<>(List.of(EVERYWHERE));
        if (chat % 20 == 0) {
            members.add(ORDINARY);
        }
        if (chat >= CHATS - 3) {
            members.add(CORNER);
        }
        return members;
    }

    private int pickChat() {
        double wanted = random.nextDouble() * shares[CHATS - 1];
        int chat = 0;
        while (shares[chat] < wanted) {
            chat++;
        }
        return chat;
    }

    private SignedEvent event(int chat, int author, EventBody.InChat body) {
        Content content = Content.salted(Frames.encodeBody(body), secure);
        long own = authorSeqs.merge((long) chat * AUTHORS + author, 1L, Long::sum);
        Header header =
                new Header(
                        chat(chat),
                        author(author),
                        devices[author].verifyKey(),
                        own,
                        TreeHead.EMPTY,
                        0,
                        Kind.of(body).code(),
                        content.commitment());
        return new SignedEvent(header, NONE, content);
    }
}

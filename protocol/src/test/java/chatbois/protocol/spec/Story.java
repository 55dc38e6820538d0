package chatbois.protocol.spec;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Follower;
import chatbois.log.Frontier;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.MemberId;
import chatbois.log.Merkle;
import chatbois.log.Sha256;
import chatbois.log.SignedEvent;
import chatbois.log.SignedGenesis;
import chatbois.log.SignedHead;
import chatbois.log.SigningKey;
import chatbois.log.Subtrees;
import chatbois.log.TreeHead;
import chatbois.protocol.Frames;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Handshake;
import chatbois.protocol.InviteCode;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A small community, the same every time: Anna founds it, Ben joins, they talk. The specification
/// and the test vectors are told with it.
final class Story {
    static final long START = 1_767_225_600_000L;
    static final long EPOCH = 1;

    static final SigningKey RECOVERY = key("recovery");
    static final SigningKey SERVER = key("server");
    static final SigningKey ANNA = key("anna");
    static final SigningKey BEN = key("ben");
    static final MemberId ANNA_ID = MemberId.parse("a0a0a0a0-1111-4111-8111-aaaaaaaaaaaa");
    static final MemberId BEN_ID = MemberId.parse("b0b0b0b0-2222-4222-8222-bbbbbbbbbbbb");
    static final MemberId CARLA_ID = MemberId.parse("c0c0c0c0-3333-4333-8333-cccccccccccc");
    static final InviteCode OWNER_CODE = InviteCode.parse("0123456789ABCDEFGHJK");
    static final InviteCode CODE = InviteCode.parse("ZYXWVTSRQPNMKJHGFEDC");

    static final SignedGenesis GENESIS = SignedGenesis.sign("chat.example:7777", RECOVERY, SERVER);
    static final LogId COMMUNITY = GENESIS.genesis().communityId();

    static final Content CREATION =
            content(
                    "creation",
                    new ChatCreated(new ChatName("plans"), false, List.of(ANNA_ID, BEN_ID)));
    static final LogId CHAT = GroupChat.id(COMMUNITY, ANNA_ID, CREATION.commitment());

    static final Handshake HANDSHAKE =
            new Handshake(
                    COMMUNITY,
                    EPOCH,
                    SERVER.verifyKey(),
                    hash("the server's SubjectPublicKeyInfo"),
                    hash("the client's nonce"),
                    hash("the server's nonce"));

    private final List<Event> community = new ArrayList<>();
    private final List<Event> chat = new ArrayList<>();

    Story() {
        tellCommunity();
        tellChat();
    }

    private void tellCommunity() {
        Founded founded = new Founded("The kitchen", 50, OWNER_CODE.verifyKey());
        add(community, COMMUNITY, MemberId.SERVER, SERVER, 1, body("founded", founded));
        add(community, COMMUNITY, ANNA_ID, ANNA, 1, joined("anna", ANNA_ID, ANNA, OWNER_CODE));
        InviteMade invite = new InviteMade(CODE.verifyKey(), 5, START + 604_800_000);
        add(community, COMMUNITY, ANNA_ID, ANNA, 2, body("invite", invite));
        add(community, COMMUNITY, BEN_ID, BEN, 1, joined("ben", BEN_ID, BEN, CODE));
        add(community, COMMUNITY, ANNA_ID, ANNA, 3, body("made", new ChatMade(CHAT)));
    }

    private void tellChat() {
        add(chat, CHAT, ANNA_ID, ANNA, 1, new Told(Kind.CHAT_CREATED, CREATION));
        add(chat, CHAT, ANNA_ID, ANNA, 2, body("hello", new Message("Hello, Ben! 👋", false)));
        add(chat, CHAT, BEN_ID, BEN, 1, body("waves", new Message("waves back", true)));
        MemberInvited invited = new MemberInvited(CARLA_ID);
        add(chat, CHAT, BEN_ID, BEN, 2, body("invited", invited));
        Message lines =
                new Message("Two lines,\n\"quoted\", @ben.", false, 2L, List.of(BEN_ID), null);
        add(chat, CHAT, ANNA_ID, ANNA, 3, body("lines", lines));
    }

    List<Event> community() {
        return List.copyOf(community);
    }

    List<Event> chat() {
        return List.copyOf(chat);
    }

    static SignedHead head(LogId log, List<Event> events, int size) {
        return SignedHead.sign(log, EPOCH, Merkle.head(size, tree(events)), SERVER);
    }

    /// What a server offers to who has pinned and read so much.
    static Follower.Offer offer(LogId log, List<Event> events, int pinned, int after) {
        int size = events.size();
        return new Follower.Offer(
                head(log, events, size),
                Merkle.consistency(pinned, size, tree(events)),
                Frontier.at(after, tree(events)),
                Merkle.consistency(after, size, tree(events)));
    }

    LogPage page(int first, int last) {
        return new LogPage(
                Frontier.at(first - 1, tree(chat)),
                chat.subList(first - 1, last),
                Merkle.consistency(last, chat.size(), tree(chat)));
    }

    static Subtrees tree(List<Event> events) {
        return perfect(events.stream().map(Event::leaf).toList());
    }

    static Subtrees perfect(List<Bytes32> leaves) {
        return new Subtrees() {
            @Override
            public Bytes32 hash(int level, long index) {
                return level == 0
                        ? leaves.get((int) index)
                        : Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
            }
        };
    }

    static SigningKey key(String name) {
        return SigningKey.ofSeed(hash("chatbois test key " + name).bytes());
    }

    static Bytes32 hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Told(Kind kind, Content content) {}

    private static Told body(String salt, EventBody body) {
        return new Told(Kind.of(body), content(salt, body));
    }

    private static Told joined(String name, MemberId id, SigningKey device, InviteCode code) {
        return body(
                name,
                new MemberJoined(
                        new MemberName(name),
                        code.verifyKey(),
                        JoinProof.sign(code.key(), COMMUNITY, id, device.verifyKey())));
    }

    private static Content content(String salt, EventBody body) {
        byte[] bytes = Arrays.copyOf(hash("chatbois test salt " + salt).bytes(), 16);
        return new Content(bytes, Frames.encodeBody(body));
    }

    private static void add(
            List<Event> events,
            LogId log,
            MemberId author,
            SigningKey device,
            long number,
            Told told) {
        long seq = events.size() + 1L;
        // Each author has seen all that was before, but for first words in a log.
        TreeHead seen = number == 1 ? TreeHead.EMPTY : Merkle.head(events.size(), tree(events));
        Header header =
                new Header(
                        log,
                        author,
                        device.verifyKey(),
                        number,
                        seen,
                        START + 1_000 * seq,
                        told.kind().code(),
                        told.content().commitment());
        SignedEvent signed = SignedEvent.sign(header, told.content(), device);
        events.add(new Event(seq, START + 1_000 * seq + 42, signed));
    }
}

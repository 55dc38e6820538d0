package chatbois.protocol.spec;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Frontier;
import chatbois.log.Genesis;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Merkle;
import chatbois.log.Purpose;
import chatbois.log.Sha256;
import chatbois.log.Signature;
import chatbois.log.SignedHead;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.Address;
import chatbois.protocol.DirectChat;
import chatbois.protocol.Handshake;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.name.NameKey;
import chatbois.protocol.name.Skeleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/// Writes the test vectors. What a signature covers is put together here by hand, after the
/// specification and not by the code that signs.
final class Vectors {
    private final VectorWriter out = new VectorWriter();
    private final Story story = new Story();

    static String write() {
        Vectors vectors = new Vectors();
        vectors.out
                .comment(
                        "Test vectors of the protocol of chatbois, version 1: see docs/protocol.md.")
                .comment("Bytes are in hex, texts as they are, in UTF-8. Written by `make docs`.");
        vectors.forms();
        vectors.keys();
        vectors.genesis();
        vectors.invites();
        vectors.handshake();
        vectors.tree();
        vectors.events("community", vectors.story.community());
        vectors.events("chat", vectors.story.chat());
        vectors.heads();
        vectors.chats();
        vectors.names();
        vectors.frames();
        return vectors.out.toString();
    }

    private void forms() {
        Bytes32 bytes = Story.hash("thirty-two bytes");
        out.section("written forms")
                .put("bytes", bytes)
                .put("bytes.text", bytes.toString())
                .put("member", memberBytes(Story.ANNA_ID))
                .put("member.text", Story.ANNA_ID);
    }

    private void keys() {
        key("recovery", Story.RECOVERY);
        key("server", Story.SERVER);
        key("anna", Story.ANNA);
        key("ben", Story.BEN);
        byte[] message = "a message".getBytes(StandardCharsets.UTF_8);
        for (Purpose purpose : Purpose.values()) {
            signature(
                    "signature " + tag(purpose),
                    Story.ANNA.verifyKey(),
                    purpose,
                    message,
                    Story.ANNA.sign(purpose, message));
        }
    }

    private void key(String name, SigningKey key) {
        out.section("key " + name)
                .put("seed", key.seed())
                .put("public", key.verifyKey().value())
                .put("public.text", key.verifyKey());
    }

    private void signature(
            String section, VerifyKey key, Purpose purpose, byte[] message, Signature signature) {
        out.section(section)
                .put("key", key.value())
                .put("message", message)
                .put("covered", covered(purpose, message))
                .put("signature", signature.bytes());
    }

    private void genesis() {
        Genesis genesis = Story.GENESIS.genesis();
        out.section("genesis")
                .put("address", genesis.address())
                .put("encoded", genesis.encode())
                .put("id", Story.COMMUNITY.value())
                .put("id.text", Story.COMMUNITY);
        signature(
                "genesis by recovery key",
                genesis.recovery(),
                Purpose.GENESIS,
                genesis.encode(),
                Story.GENESIS.byRecovery());
        signature(
                "genesis by server key",
                genesis.server(),
                Purpose.GENESIS,
                genesis.encode(),
                Story.GENESIS.byServer());
    }

    private void invites() {
        Invite invite = new Invite(Address.parse("chat.example:7777"), Story.CODE, Story.COMMUNITY);
        InviteCode code = Story.CODE;
        out.section("invite")
                .put("line", invite.line())
                .put("code", code.secret())
                .put("code.as typed", code.secret().toLowerCase(Locale.ROOT))
                .put("seed", code.key().seed())
                .put("public", code.verifyKey().value());
        byte[] covers =
                ByteBuffer.allocate(80)
                        .put(Story.COMMUNITY.value().bytes())
                        .put(memberBytes(Story.BEN_ID))
                        .put(Story.BEN.verifyKey().value().bytes())
                        .array();
        signature(
                "join proof",
                code.verifyKey(),
                Purpose.INVITE,
                covers,
                JoinProof.sign(code.key(), Story.COMMUNITY, Story.BEN_ID, Story.BEN.verifyKey()));
    }

    private void handshake() {
        Handshake shake = Story.HANDSHAKE;
        byte[] message =
                ByteBuffer.allocate(168)
                        .put(shake.community().value().bytes())
                        .putLong(shake.epoch())
                        .put(shake.server().value().bytes())
                        .put(shake.tlsKey().bytes())
                        .put(shake.clientNonce().bytes())
                        .put(shake.serverNonce().bytes())
                        .array();
        out.section("handshake")
                .put("community", shake.community().value())
                .put("epoch", shake.epoch())
                .put("server", shake.server().value())
                .put("tls key", shake.tlsKey())
                .put("client nonce", shake.clientNonce())
                .put("server nonce", shake.serverNonce());
        signature(
                "handshake by server",
                shake.server(),
                Purpose.SERVER_HELLO,
                message,
                shake.signAsServer(Story.SERVER));
        signature(
                "handshake by anna's device",
                Story.ANNA.verifyKey(),
                Purpose.DEVICE_LOGIN,
                message,
                shake.signAsDevice(Story.ANNA));
    }

    private void tree() {
        List<Bytes32> leaves =
                IntStream.range(0, 8).mapToObj(i -> Sha256.of(new byte[] {0, (byte) i})).toList();
        out.section("tree");
        for (int i = 0; i < leaves.size(); i++) {
            out.put("leaf " + i, leaves.get(i));
        }
        for (int size = 0; size <= leaves.size(); size++) {
            out.put("root " + size, Merkle.head(size, Story.perfect(leaves)).root());
        }
        for (int[] sizes : new int[][] {{1, 8}, {2, 5}, {3, 7}, {4, 8}, {6, 8}, {7, 8}}) {
            out.put(
                    "proof " + sizes[0] + " to " + sizes[1],
                    texts(Merkle.consistency(sizes[0], sizes[1], Story.perfect(leaves))));
        }
        out.put("frontier 7", texts(Frontier.at(7, Story.perfect(leaves)).nodes()));
    }

    private void events(String log, List<Event> events) {
        for (Event event : events) {
            Header header = event.header();
            Content content = Objects.requireNonNull(event.signed().content());
            out.section("event " + log + " " + event.seq())
                    .put("log", header.log().value())
                    .put("author", memberBytes(header.author()))
                    .put("device", header.device().value())
                    .put("author seq", header.authorSeq())
                    .put("seen size", header.seen().size())
                    .put("seen root", header.seen().root())
                    .put("clock", header.clock())
                    .put("kind", header.kind())
                    .put("salt", content.salt())
                    .put("body", Examples.text(content.body()))
                    .put("commitment", header.commitment())
                    .put("header", header.encode())
                    .put("covered", covered(Purpose.EVENT, header.encode()))
                    .put("key", header.device().value())
                    .put("signature", event.signed().signature().bytes())
                    .put("seq", event.seq())
                    .put("time", event.time())
                    .put("leaf", event.leaf());
        }
    }

    private void heads() {
        head("community", Story.COMMUNITY, story.community());
        head("chat", Story.CHAT, story.chat());
    }

    private void head(String name, LogId log, List<Event> events) {
        for (int size = 1; size <= events.size(); size++) {
            SignedHead signed = Story.head(log, events, size);
            TreeHead head = signed.head();
            byte[] message =
                    ByteBuffer.allocate(80)
                            .put(log.value().bytes())
                            .putLong(signed.epoch())
                            .putLong(head.size())
                            .put(head.root().bytes())
                            .array();
            signature(
                    "head " + name + " " + size,
                    Story.SERVER.verifyKey(),
                    Purpose.HEAD,
                    message,
                    signed.signature());
            out.put("root", head.root());
        }
    }

    private void chats() {
        out.section("chat ids")
                .put("community", Story.COMMUNITY.value())
                .put("anna", Story.ANNA_ID)
                .put("ben", Story.BEN_ID)
                .put("direct", DirectChat.id(Story.COMMUNITY, Story.ANNA_ID, Story.BEN_ID).value())
                .put("commitment", Story.CREATION.commitment())
                .put("chat made by anna", Story.CHAT.value());
    }

    private void names() {
        out.section("names");
        for (MemberName name : Examples.names()) {
            out.put("key of " + name, NameKey.of(name));
            out.put("skeleton of " + name, Skeleton.of(name));
        }
    }

    private void frames() {
        out.section("frames");
        Examples.frames().forEach(out::put);
    }

    private static String texts(List<Bytes32> hashes) {
        return String.join(
                " ", hashes.stream().map(hash -> HexFormat.of().formatHex(hash.bytes())).toList());
    }

    static String tag(Purpose purpose) {
        return "chatbois " + purpose.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " 1";
    }

    private static byte[] covered(Purpose purpose, byte[] message) {
        byte[] tag = (tag(purpose) + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(tag.length + message.length).put(tag).put(message).array();
    }

    private static byte[] memberBytes(MemberId member) {
        return ByteBuffer.allocate(16)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .array();
    }
}

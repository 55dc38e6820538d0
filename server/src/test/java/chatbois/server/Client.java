package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.DirectChat;
import chatbois.protocol.Frames;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Handshake;
import chatbois.protocol.InviteCode;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Request;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A member's client, as small as can be: a device's key, its connection, and what it has read. For
/// the test's thread only.
final class Client {
    final SigningKey key = SigningKey.generate(House.RANDOM);
    final MemberId id = new MemberId(UUID.randomUUID());

    private final House house;
    private final Map<LogId, Long> authorSeqs = new HashMap<>();
    private final Map<LogId, Reading> readings = new HashMap<>();
    private final List<Push> told = new ArrayList<>();
    private Wire wire;

    Client(House house) throws Exception {
        this.house = house;
        this.wire = house.wire();
    }

    Wire wire() {
        return wire;
    }

    void connect() throws Exception {
        wire.cut();
        wire = house.wire();
    }

    /// Logs in on a new connection.
    void reconnect() throws Exception {
        connect();
        logIn();
    }

    void logIn() throws Exception {
        Handshake handshake = hello(wire);
        Request.Login login = new Request.Login(key.verifyKey(), handshake.signAsDevice(key));
        assertThat(wire.ask(login)).isEqualTo(new Reply.LoggedIn(id));
    }

    void register(InviteCode code, String name) throws Exception {
        assertThat(wire.ask(registration(code, name))).isEqualTo(new Reply.LoggedIn(id));
        authorSeqs.put(house.community, 1L);
    }

    Request.Register registration(InviteCode code, String name) throws Exception {
        SignedEvent joined =
                sign(
                        house.community,
                        1,
                        TreeHead.EMPTY,
                        new EventBody.MemberJoined(
                                MemberName.parse(name),
                                code.verifyKey(),
                                JoinProof.sign(code.key(), house.community, id, key.verifyKey())));
        return new Request.Register(joined, hello(wire).signAsDevice(key));
    }

    /// Says hello and checks that the server is the community's.
    Handshake hello(Wire to) throws Exception {
        byte[] nonce = new byte[Bytes32.LENGTH];
        House.RANDOM.nextBytes(nonce);
        Reply.Welcome welcome =
                (Reply.Welcome) to.ask(new Request.Hello(Limits.PROTOCOL, Bytes32.of(nonce)));
        assertThat(welcome.genesis().genesis().communityId()).isEqualTo(house.community);
        Handshake handshake =
                new Handshake(
                        house.community,
                        welcome.epoch(),
                        house.serverKey,
                        to.tlsKey(),
                        Bytes32.of(nonce),
                        welcome.nonce());
        assertThat(handshake.isSignedByServer(welcome.signature())).isTrue();
        return handshake;
    }

    /// An event that this device would write next.
    SignedEvent next(LogId log, EventBody body) {
        return sign(log, authorSeqs.getOrDefault(log, 0L) + 1, seen(log), body);
    }

    /// An event as this device can sign it, right or wrong.
    SignedEvent sign(LogId log, long authorSeq, TreeHead seen, EventBody body) {
        return sign(log, authorSeq, seen, Kind.of(body), Frames.encodeBody(body));
    }

    SignedEvent sign(LogId log, long authorSeq, TreeHead seen, Kind kind, byte[] body) {
        Content content = Content.salted(body, House.RANDOM);
        Header header =
                new Header(
                        log,
                        id,
                        key.verifyKey(),
                        authorSeq,
                        seen,
                        house.clock.millis(),
                        kind.code(),
                        content.commitment());
        return SignedEvent.sign(header, content, key);
    }

    Place write(LogId log, EventBody body) throws Exception {
        return append(next(log, body));
    }

    Place append(SignedEvent event) throws Exception {
        Reply.Appended appended = (Reply.Appended) wire.ask(new Request.Append(event));
        authorSeqs.merge(event.header().log(), event.header().authorSeq(), Math::max);
        return appended.places().getFirst();
    }

    Place say(LogId chat, String text) throws Exception {
        return write(chat, new EventBody.Message(text, false));
    }

    /// Makes a chat with the others.
    LogId makeChat(String name, Client... others) throws Exception {
        return makeChat(new EventBody.ChatCreated(ChatName.parse(name), false, with(others)), null);
    }

    LogId makeDirect(Client other) throws Exception {
        LogId chat = DirectChat.id(house.community, id, other.id);
        return makeChat(new EventBody.ChatCreated(null, true, with(other)), chat);
    }

    private List<MemberId> with(Client... others) {
        return Stream.concat(Stream.of(id), Arrays.stream(others).map(other -> other.id)).toList();
    }

    LogId makeChat(EventBody.ChatCreated body, @Nullable LogId direct) throws Exception {
        Content content = Content.salted(Frames.encodeBody(body), House.RANDOM);
        LogId chat =
                direct == null ? GroupChat.id(house.community, id, content.commitment()) : direct;
        Header header =
                new Header(
                        chat,
                        id,
                        key.verifyKey(),
                        1,
                        TreeHead.EMPTY,
                        house.clock.millis(),
                        Kind.CHAT_CREATED.code(),
                        content.commitment());
        SignedEvent made = next(house.community, new EventBody.ChatMade(chat));
        wire.ask(new Request.MakeChat(made, SignedEvent.sign(header, content, key)));
        authorSeqs.put(house.community, made.header().authorSeq());
        authorSeqs.put(chat, 1L);
        return chat;
    }

    /// Takes a log up behind what this client has of it, or from its first event.
    Reading read(LogId log) throws Exception {
        Reading known = readings.get(log);
        return resume(log, known == null ? 0 : known.size());
    }

    Reading resume(LogId log, long after) throws Exception {
        TreeHead pinned = seen(log);
        Reply.Resumed.Start start = start(new Request.Resume.From(log, after, pinned));
        authorSeqs.merge(log, start.authorSeq(), Math::max);
        Reading known = readings.get(log);
        Reading reading =
                known != null && known.size() == after
                        ? known.continued(pinned, start.offer())
                        : Reading.start(log, house.serverKey, pinned, start.offer());
        readings.put(log, reading);
        return reading;
    }

    private Reply.Resumed.Start start(Request.Resume.From from) throws Exception {
        var answer = wire.send(new Request.Resume(List.of(from)));
        while (wire.nextFrame() instanceof ServerFrame.Told(Push push)) {
            take(push);
        }
        return ((Reply.Resumed) Wire.get(answer)).starts().getFirst();
    }

    /// Reads until that log has so many events.
    Reading await(LogId log, long size) throws Exception {
        while (reading(log).size() < size) {
            take(wire.next());
        }
        return reading(log);
    }

    /// Reads until a push of that type comes, and returns it.
    <T extends Push> T await(Class<T> type) throws Exception {
        while (true) {
            for (Push push : told) {
                if (type.isInstance(push)) {
                    told.remove(push);
                    return type.cast(push);
                }
            }
            take(wire.next());
        }
    }

    private void take(Push push) throws Exception {
        if (push instanceof Push.Events events) {
            reading(events.log()).take(events);
        } else {
            told.add(push);
        }
    }

    Reading reading(LogId log) {
        Reading reading = readings.get(log);
        return Objects.requireNonNull(reading, "a log that this client does not follow");
    }

    private TreeHead seen(LogId log) {
        Reading reading = readings.get(log);
        return reading == null ? TreeHead.EMPTY : reading.head();
    }
}

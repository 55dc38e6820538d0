package chatbois.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Follower;
import chatbois.log.Frontier;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import chatbois.log.Signature;
import chatbois.log.SignedEvent;
import chatbois.log.SignedGenesis;
import chatbois.log.SignedHead;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.protocol.event.Preview;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
import chatbois.protocol.name.MemberName;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks every record that can travel, new ones by themselves.
class FramesTest {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    private final Random random = new Random(7);

    static Stream<Class<?>> requests() {
        return leaves(Request.class);
    }

    static Stream<Class<?>> replies() {
        return leaves(Reply.class);
    }

    static Stream<Class<?>> pushes() {
        return leaves(Push.class);
    }

    static Stream<Class<?>> bodies() {
        return leaves(EventBody.class);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void every_request_comes_back_as_it_went(Class<?> type) throws Exception {
        for (int i = 0; i < 20; i++) {
            ClientFrame frame = new ClientFrame(i + 1, (Request) make(type));
            assertThat(Frames.decodeClient(Frames.encode(frame))).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void every_reply_comes_back_as_it_went(Class<?> type) throws Exception {
        for (int i = 0; i < 20; i++) {
            ServerFrame frame = new ServerFrame.Answered(i + 1, (Reply) make(type));
            assertThat(Frames.decodeServer(Frames.encode(frame))).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void every_push_comes_back_as_it_went(Class<?> type) throws Exception {
        for (int i = 0; i < 20; i++) {
            ServerFrame frame = new ServerFrame.Told((Push) make(type));
            assertThat(Frames.decodeServer(Frames.encode(frame))).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void every_body_comes_back_as_it_went(Class<?> type) throws Exception {
        for (int i = 0; i < 20; i++) {
            EventBody body = (EventBody) make(type);
            assertThat(Frames.decodeBody(Kind.of(body).code(), Frames.encodeBody(body)))
                    .isEqualTo(body);
        }
    }

    @Test
    void a_refusal_comes_back_as_it_went() {
        ServerFrame frame =
                new ServerFrame.Declined(3, new Refusal(Refusal.Code.LOCKED, "Not now."));
        assertThat(Frames.decodeServer(Frames.encode(frame))).isEqualTo(frame);
    }

    @Test
    void a_missing_part_is_refused_unless_it_may_be_missing() {
        assertMalformed("{\"id\":1,\"request\":{\"type\":\"Hello\",\"protocol\":1}}");
        assertMalformed("{\"id\":1,\"request\":null}");
        assertMalformed("{\"id\":1}");
        assertMalformed("{\"request\":{\"type\":\"Who\"}}");
        assertMalformed("{\"id\":1,\"request\":{\"type\":\"Resume\",\"logs\":[null]}}");
        assertThat(Frames.decodeBody(4, bytes("{\"locked\":true}")))
                .isEqualTo(new EventBody.SettingsChanged(null, null, true));
    }

    @Test
    void what_is_not_a_frame_is_refused() {
        assertMalformed("");
        assertMalformed("null");
        assertMalformed("[]");
        assertMalformed("{\"id\":1,\"request\":{\"type\":\"Nonsense\"}}");
        assertMalformed("{\"id\":1,\"request\":{\"type\":\"java.lang.Runtime\"}}");
        assertMalformed("{\"id\":1,\"request\":{\"type\":\"Who\"}} trailing");
        assertMalformed("[".repeat(100_000));
        assertMalformed("{\"id\":" + "9".repeat(1_000) + ",\"request\":{\"type\":\"Who\"}}");
    }

    @Test
    void parts_of_a_newer_version_are_passed_over() {
        assertThat(
                        Frames.decodeClient(
                                bytes("{\"id\":1,\"request\":{\"type\":\"Who\",\"x\":[1]}}")))
                .isEqualTo(new ClientFrame(1, new Request.Who()));
    }

    @Test
    void a_message_without_files_reads_and_writes_as_it_did_before_there_were_any() {
        String before = "{\"text\":\"hi\",\"action\":false}";
        EventBody.Message message = (EventBody.Message) Frames.decodeBody(36, bytes(before));
        assertThat(message).isEqualTo(new EventBody.Message("hi", false));
        assertThat(message.files()).isEmpty();
        assertThat(new String(Frames.encodeBody(message), StandardCharsets.UTF_8))
                .isEqualTo(before);
    }

    @Test
    void an_error_does_not_repeat_what_was_said() {
        assertThatThrownBy(
                        () -> Frames.decodeBody(36, bytes("{\"text\":\"secret\",\"action\":7x}")))
                .isInstanceOf(Malformed.class)
                .hasMessageNotContaining("secret");
    }

    private static void assertMalformed(String json) {
        assertThatThrownBy(() -> Frames.decodeClient(bytes(json))).isInstanceOf(Malformed.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(FramesTest::leaves)
                : Stream.of(type);
    }

    private Object make(Type type) throws Exception {
        if (type instanceof ParameterizedType list) {
            List<Object> made = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                made.add(make(list.getActualTypeArguments()[0]));
            }
            return made;
        }
        Object[] constants = ((Class<?>) type).getEnumConstants();
        if (constants != null) {
            return constants[random.nextInt(constants.length)];
        }
        Object value = simple((Class<?>) type);
        return value == null ? record((Class<?>) type) : value;
    }

    private Object record(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            AnnotatedType annotated = components[i].getAnnotatedType();
            boolean absent = annotated.isAnnotationPresent(Nullable.class) && random.nextBoolean();
            values[i] = absent ? null : make(components[i].getGenericType());
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private @Nullable Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "AddressRange" -> AddressRange.parse("203.0." + random.nextInt(256) + ".0/24");
            case "Emoji" -> new Emoji("👍");
            case "Slot" -> new Slot(random.nextInt(Slot.FIRST, Slot.LAST + 1));
            case "String" -> random.nextBoolean() ? "hé\u0007 \"\\\n👩‍👩‍👧" : "";
            case "long", "Long" -> (long) random.nextInt(1, 1_000_000);
            case "int", "Integer" -> random.nextInt(1, 1_000_000);
            case "boolean", "Boolean" -> random.nextBoolean();
            case "Bytes32" -> hash();
            case "MemberId" -> new MemberId(new UUID(random.nextLong(), random.nextLong()));
            case "MemberName" -> new MemberName("anna" + random.nextInt(100));
            case "ChatName" -> new ChatName("kitchen " + random.nextInt(100));
            case "BackupName" ->
                    BackupName.at(java.time.Instant.ofEpochMilli(random.nextLong(1L << 40)));
            case "Signature" -> KEY.sign(chatbois.log.Purpose.EVENT, hash().bytes());
            case "SignedGenesis" -> SignedGenesis.sign("example.org:7777", KEY, KEY);
            case "TreeHead" -> new TreeHead(random.nextInt(1, 99), hash());
            case "SignedHead" ->
                    SignedHead.sign(new LogId(hash()), 1, new TreeHead(5, hash()), KEY);
            case "SignedEvent" -> event().signed();
            case "Event" -> event();
            case "LogPage" -> new LogPage(frontier(), List.of(event(), event()), List.of(hash()));
            case "Offer" ->
                    new Follower.Offer(
                            SignedHead.sign(new LogId(hash()), 1, new TreeHead(5, hash()), KEY),
                            List.of(hash()),
                            frontier(),
                            List.of());
            case "Attachment" -> new Attachment(hash(), 9, "a b.png", "image/png", null, preview());
            case "Preview" -> preview();
            case "FilePart" ->
                    new Request.FilePart(
                            new LogId(hash()), 4, hash(), random.nextInt(99), Limits.FILE_PART);
            case "Attached" -> Sought.Attached.values()[random.nextInt(2)];
            case "LogLevel" -> LogLevel.values()[random.nextInt(LogLevel.values().length)];
            case "Code" -> Refusal.Code.values()[random.nextInt(Refusal.Code.values().length)];
            default -> null;
        };
    }

    private Preview preview() {
        return new Preview(hash(), 1 + random.nextInt(Limits.PREVIEW), 320, 180, 2, 80, 7_000);
    }

    private Frontier frontier() {
        return Frontier.EMPTY.append(hash()).append(hash()).append(hash());
    }

    private Bytes32 hash() {
        byte[] seed = new byte[8];
        random.nextBytes(seed);
        return Sha256.of(seed);
    }

    private Event event() {
        Content content = Content.salted(bytes("{\"text\":\"hi\"}"), new SecureRandom());
        Header header =
                new Header(
                        new LogId(hash()),
                        new MemberId(new UUID(1, 2)),
                        new VerifyKey(KEY.verifyKey().value()),
                        1,
                        TreeHead.EMPTY,
                        5,
                        36,
                        content.commitment());
        SignedEvent signed = SignedEvent.sign(header, content, KEY);
        return new Event(
                1 + random.nextInt(9),
                random.nextInt(),
                random.nextBoolean()
                        ? signed
                        : new SignedEvent(header, new Signature(signed.signature().bytes()), null));
    }
}

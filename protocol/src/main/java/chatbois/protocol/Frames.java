package chatbois.protocol;

import chatbois.log.Event;
import chatbois.log.Malformed;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.json.JsonMapper;

/// Turns frames and bodies into JSON and back. Whatever it reads may be hostile: lengths, depths,
/// missing, doubled and mistyped parts are found here and end in [Malformed]. Safe for any thread.
public final class Frames {
    private static final JsonMapper JSON = mapper();

    private Frames() {}

    public static byte[] encode(ClientFrame frame) {
        return JSON.writeValueAsBytes(frame);
    }

    public static byte[] encode(ServerFrame frame) {
        return JSON.writerFor(ServerFrame.class).writeValueAsBytes(frame);
    }

    public static byte[] encode(ServerInfo info) {
        return JSON.writeValueAsBytes(info);
    }

    public static ClientFrame decodeClient(byte[] frame) {
        return read(frame, Limits.CLIENT_FRAME, ClientFrame.class);
    }

    public static ServerFrame decodeServer(byte[] frame) {
        return read(frame, Limits.SERVER_FRAME, ServerFrame.class);
    }

    public static ServerInfo decodeInfo(byte[] info) {
        return read(info, Limits.GUEST_FRAME, ServerInfo.class);
    }

    public static byte[] encode(Introduction introduction) {
        return JSON.writeValueAsBytes(introduction);
    }

    public static Introduction decodeIntroduction(byte[] introduction) {
        return read(introduction, Limits.GUEST_FRAME, Introduction.class);
    }

    public static byte[] encode(Arrival arrival) {
        return JSON.writeValueAsBytes(arrival);
    }

    public static Arrival decodeArrival(byte[] arrival) {
        return read(arrival, Limits.GUEST_FRAME, Arrival.class);
    }

    /// One line of text, as a client keeps events on disk.
    public static byte[] encode(Event event) {
        return JSON.writeValueAsBytes(event);
    }

    public static Event decodeEvent(byte[] event) {
        return read(event, Limits.SERVER_FRAME, Event.class);
    }

    /// The bytes that an event's commitment covers.
    public static byte[] encodeBody(EventBody body) {
        return JSON.writeValueAsBytes(body);
    }

    /// What a body of that kind says.
    public static EventBody decodeBody(int kind, byte[] body) {
        Kind known = Kind.ofCode(kind);
        if (known == null) {
            throw new Malformed("events of kind " + kind + " are not known to this version");
        }
        return read(body, Limits.BODY, known.type());
    }

    private static <T> T read(byte[] json, int bound, Class<T> type) {
        if (json.length > bound) {
            throw new Malformed("a " + type.getSimpleName() + " has at most " + bound + " bytes");
        }
        T value;
        try {
            value = JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new Malformed("not a valid " + type.getSimpleName() + ": " + reason(e));
        }
        if (value == null) {
            throw new Malformed("not a valid " + type.getSimpleName() + ": it is null");
        }
        return value;
    }

    /// One bounded line, without the content: a message must not reach a log by way of an error.
    private static String reason(JacksonException e) {
        if (e.getCause() instanceof IllegalArgumentException cause) {
            return String.valueOf(cause.getMessage());
        }
        return switch (e) {
            case InvalidNullException _ -> "something that is needed is missing";
            case DatabindException _ -> "something in it is not of the right kind";
            case StreamReadException _ -> "it is no JSON, or deeper or longer than allowed";
            default -> "it can't be read";
        };
    }

    private static JsonMapper mapper() {
        StreamReadConstraints bounds =
                StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.DEPTH)
                        .maxDocumentLength(Limits.SERVER_FRAME)
                        .maxStringLength(Limits.SERVER_FRAME)
                        .maxNumberLength(32)
                        .maxNameLength(64)
                        .build();
        return WireForms.register(
                        JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(bounds)
                                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                        .build()))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}

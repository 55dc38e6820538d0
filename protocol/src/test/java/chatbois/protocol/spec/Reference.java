package chatbois.protocol.spec;

import chatbois.log.Purpose;
import chatbois.protocol.ClientFrame;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/// The parts of the specification that the code knows best.
final class Reference {
    private static final Pattern LONG =
            Pattern.compile("\"([A-Za-z0-9_-]{16})[A-Za-z0-9_-]{50,}\"");
    private static final JsonMapper PRETTY = JsonMapper.builder().build();

    private Reference() {}

    static String purposes() {
        StringJoiner rows = table("tag", "signed by", "message");
        for (Purpose purpose : Purpose.values()) {
            rows.add(
                    switch (purpose) {
                        case EVENT -> row(purpose, "a device", "an event's header");
                        case HEAD -> row(purpose, "a server", "a head");
                        case GENESIS -> row(purpose, "recovery and server key, each", "a genesis");
                        case INVITE -> row(purpose, "an invite's key", "a newcomer's keys");
                        case SERVER_HELLO -> row(purpose, "a server", "the handshake");
                        case DEVICE_LOGIN -> row(purpose, "a device", "the handshake");
                        case DEVICE_LINK -> row(purpose, "a new device", "a member and itself");
                        case DEVICE_RETURN ->
                                row(
                                        purpose,
                                        "a paper key, or the key of a reset",
                                        "a member and a new device");
                    });
        }
        return rows.toString();
    }

    private static String row(Purpose purpose, String who, String what) {
        return "| `" + Vectors.tag(purpose) + "` | " + who + " | " + what + " |";
    }

    static String limits() throws IOException, IllegalAccessException {
        Comments comments = Comments.of(Limits.class);
        StringJoiner rows = table("bound", "of what");
        for (Field field : Limits.class.getFields()) {
            String text = comments.before(field.getType() + " " + field.getName() + " =").text();
            rows.add(
                    "| %s | %s |"
                            .formatted(
                                    String.format(
                                            Locale.ROOT,
                                            "%,d",
                                            ((Number) field.get(null)).longValue()),
                                    text));
        }
        return rows.toString();
    }

    static String codes() throws IOException {
        Comments comments = Comments.of(Refusal.class);
        StringJoiner rows = table("code", "what it says");
        for (Refusal.Code code : Refusal.Code.values()) {
            rows.add("| `" + code + "` | " + comments.before(code.name()).text() + " |");
        }
        return rows.toString();
    }

    static String kinds() throws IOException {
        StringJoiner text = new StringJoiner("\n\n");
        for (EventBody body : Examples.bodies()) {
            Kind kind = Kind.of(body);
            String json = Examples.text(Frames.encodeBody(body));
            text.add(
                    described(
                            "%d · %s".formatted(kind.code(), Examples.name(body)),
                            body.getClass(),
                            json));
        }
        return text.toString();
    }

    static String requests() throws IOException {
        StringJoiner text = new StringJoiner("\n\n");
        long id = 0;
        for (Request request : Examples.requests()) {
            ClientFrame frame = new ClientFrame(++id, request);
            text.add(
                    described(
                            Examples.name(request),
                            request.getClass(),
                            Examples.text(Frames.encode(frame))));
        }
        return text.toString();
    }

    static String replies() throws IOException {
        StringJoiner text = new StringJoiner("\n\n");
        long id = 0;
        for (Reply reply : Examples.replies()) {
            String json = Examples.text(Frames.encode(new ServerFrame.Answered(++id, reply)));
            text.add(described(Examples.name(reply), reply.getClass(), json));
        }
        return text.toString();
    }

    static String pushes() throws IOException {
        StringJoiner text = new StringJoiner("\n\n");
        for (Push push : Examples.pushes()) {
            String json = Examples.text(Frames.encode(new ServerFrame.Told(push)));
            text.add(described(Examples.name(push), push.getClass(), json));
        }
        return text.toString();
    }

    static String declined() {
        return json(Examples.text(Frames.encode(Examples.declined())));
    }

    static String info() {
        return json(Examples.text(Frames.encode(Examples.info())));
    }

    /// What stands inside the frames and has parts of its own.
    static String parts(List<Class<?>> types) throws IOException {
        StringJoiner text = new StringJoiner("\n\n");
        for (Class<?> type : types) {
            text.add(described("", type, ""));
        }
        return text.toString();
    }

    private static String described(String title, Class<?> type, String json) throws IOException {
        Comments.Comment comment = Comments.of(type).before("record " + type.getSimpleName() + "(");
        StringJoiner text = new StringJoiner("\n\n");
        text.add(title.isEmpty() ? "**" + type.getSimpleName() + "**" : "#### " + title);
        if (!comment.text().isEmpty()) {
            text.add(comment.text());
        }
        StringJoiner parts = new StringJoiner("\n");
        for (RecordComponent part : type.getRecordComponents()) {
            String more = comment.parts().get(part.getName());
            parts.add(
                    "- `%s`: %s%s%s"
                            .formatted(
                                    part.getName(),
                                    named(part.getGenericType()),
                                    orNull(part),
                                    more == null ? "" : " · " + more));
        }
        if (parts.length() > 0) {
            text.add(parts.toString());
        }
        if (!json.isEmpty()) {
            text.add(json(json));
        }
        return text.toString();
    }

    private static String orNull(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class) ? " or null" : "";
    }

    private static String named(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + named(list.getActualTypeArguments()[0]);
        }
        Class<?> simple = (Class<?>) type;
        return switch (simple.getSimpleName()) {
            case "long", "int", "Integer", "Long" -> "number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "text";
            case "Bytes32" -> "32 bytes";
            case "LogId" -> "log id";
            case "MemberId" -> "member id";
            case "VerifyKey" -> "public key";
            case "Signature" -> "signature";
            case "MemberName" -> "member's name";
            case "ChatName" -> "chat's name";
            case "BackupName" -> "backup's name";
            case "Slot" -> "number, 1000 to 9999";
            case "Address" -> "text, `host:port`";
            default -> "`" + simple.getSimpleName() + "`";
        };
    }

    private static String json(String compact) {
        Separators separators =
                Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(separators)
                        .withArrayIndenter(indenter)
                        .withObjectIndenter(indenter);
        String pretty = PRETTY.writer().with(printer).writeValueAsString(PRETTY.readTree(compact));
        return "```json\n" + LONG.matcher(pretty).replaceAll("\"$1…\"") + "\n```";
    }

    private static StringJoiner table(String... heads) {
        StringJoiner rows = new StringJoiner("\n");
        rows.add("| " + String.join(" | ", heads) + " |");
        return rows.add("|" + " --- |".repeat(heads.length));
    }
}

package chatbois.app.fuzz;

import chatbois.log.Malformed;
import chatbois.protocol.Frames;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;

/// Whatever bytes come in, they are a frame that is written and read again the same, or
/// [Malformed].
@Tag("fuzz")
class FramesFuzz {
    @FuzzTest
    void client(byte[] frame) {
        checkComesBack(frame, Frames::decodeClient, Frames::encode);
    }

    @FuzzTest
    void server(byte[] frame) {
        checkComesBack(frame, Frames::decodeServer, Frames::encode);
    }

    /// The first byte is the event's kind.
    @FuzzTest
    void body(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        int kind = input[0];
        checkComesBack(body, b -> Frames.decodeBody(kind, b), FramesFuzz::encodeBody);
    }

    @FuzzTest
    void event(byte[] event) {
        checkComesBack(event, Frames::decodeEvent, Frames::encode);
    }

    @FuzzTest
    void info(byte[] info) {
        checkComesBack(info, Frames::decodeInfo, Frames::encode);
    }

    private static byte[] encodeBody(EventBody body) {
        if (Kind.ofCode(Kind.of(body).code()) != Kind.of(body)) {
            throw new AssertionError("a kind has two numbers");
        }
        return Frames.encodeBody(body);
    }

    private static <T> void checkComesBack(
            byte[] input, Function<byte[], T> decode, Function<T, byte[]> encode) {
        T value;
        try {
            value = decode.apply(input);
        } catch (Malformed e) {
            return;
        }
        T again = decode.apply(encode.apply(value));
        if (!value.equals(again)) {
            throw new AssertionError("read again it is something else");
        }
    }
}

package chatbois.protocol;

import chatbois.log.Content;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;

/// Values for tests that don't care which.
final class Samples {
    private Samples() {}

    static Request.Append append(byte[] body) {
        SigningKey device = SigningKey.ofSeed(Sha256.of(bytes("device")).bytes());
        Content content = new Content(new byte[16], body);
        Header header =
                new Header(
                        log(1),
                        new MemberId(new UUID(1, 2)),
                        device.verifyKey(),
                        1,
                        head(1),
                        0,
                        Kind.MESSAGE.code(),
                        content.commitment());
        return new Request.Append(SignedEvent.sign(header, content, device));
    }

    static LogId log(int number) {
        return new LogId(Sha256.of(bytes("log " + number)));
    }

    static TreeHead head(int number) {
        return new TreeHead(Long.MAX_VALUE, Sha256.of(bytes("head " + number)));
    }

    static ChatCreated chatOf(int members) {
        return new ChatCreated(
                new ChatName("😀".repeat(ChatName.MAX_CHARACTERS)),
                false,
                IntStream.range(0, members).mapToObj(i -> new MemberId(new UUID(i, i))).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package chatbois.app.member;

import chatbois.client.Communities.Found;
import chatbois.protocol.Limits;
import chatbois.protocol.Reply.Appended.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says something in a chat; returns when the server has it on disk.
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Send a message; returns when the server has it on disk.")
final class SendCommand implements Callable<Integer> {
    @Mixin private CommunityOption in = new CommunityOption();

    @Parameters(
            index = "0",
            paramLabel = "CHAT",
            description = "The chat's name or id, or @NAME for a direct chat.")
    private String chat = "";

    @Parameters(
            index = "1",
            paramLabel = "TEXT",
            description = "What to say; - reads it from standard input, as one message.")
    private String text = "";

    @Override
    public Integer call() throws Exception {
        String said = text.equals("-") ? read(System.in) : text;
        try (Visit visit = Visit.begin()) {
            Found found = visit.chat(in.community, chat);
            Place place = Visit.await(found.session().sendNow(found.chat().id(), said));
            System.err.println("Stored as event " + place.seq() + ".");
        }
        return 0;
    }

    private static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Limits.TEXT + 2);
        String all;
        try {
            all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw bytes.length > Limits.TEXT
                    ? tooLong()
                    : new IOException("Standard input is not UTF-8 text; nothing was sent.", e);
        }
        String message = all.stripTrailing();
        if (message.getBytes(StandardCharsets.UTF_8).length > Limits.TEXT) {
            throw tooLong();
        }
        return message;
    }

    private static IOException tooLong() {
        return new IOException(
                "A message has at most "
                        + Limits.TEXT
                        + " bytes; nothing was sent. Send it in parts.");
    }
}

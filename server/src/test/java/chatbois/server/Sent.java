package chatbois.server;

import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.Sha256;
import chatbois.protocol.Limits;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.Message;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A file in a test, and what a client does with it.
record Sent(byte[] bytes, Bytes32 hash) {
    static Sent ofSize(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return new Sent(bytes, Sha256.of(bytes));
    }

    /// How much of it the server has of that member.
    long offer(Client client) throws Exception {
        return held(client.wire().ask(new Request.OfferFile(hash, bytes.length)));
    }

    long put(Client client, long offset, int length) throws Exception {
        byte[] part = Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
        return held(
                client.wire().ask(new Request.PutFilePart(hash, offset, Base64Url.encode(part))));
    }

    /// Sends all that the server doesn't have.
    void send(Client client) throws Exception {
        long held = offer(client);
        while (held < bytes.length) {
            held = put(client, held, (int) Math.min(Limits.FILE_PART, bytes.length - held));
        }
    }

    Attachment attachment() {
        return new Attachment(hash, bytes.length, "a.bin", "application/octet-stream", null, null);
    }

    /// A message with nothing but this file.
    Message message() {
        return new Message("", false, null, null, null, List.of(attachment()));
    }

    /// All of it, as it came with that message.
    byte[] fetch(Client client, LogId log, long seq) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            Request.FilePart asked =
                    new Request.FilePart(log, seq, hash, all.size(), Limits.FILE_PART);
            byte[] part = Base64Url.decode(((Reply.FileBytes) client.wire().ask(asked)).data());
            if (part.length == 0) {
                return all.toByteArray();
            }
            all.write(part);
        }
    }

    private static long held(Reply reply) {
        return ((Reply.FileHeld) reply).held();
    }
}

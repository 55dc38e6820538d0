package chatbois.app.fault;

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

/// A file that is sent.
record Cargo(byte[] bytes, Bytes32 hash) {
    static Cargo ofSize(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return new Cargo(bytes, Sha256.of(bytes));
    }

    long offer(Peer peer) throws Exception {
        return held(peer, new Request.OfferFile(hash, bytes.length));
    }

    /// Sends the part behind so many bytes; gives how many the server has then.
    long put(Peer peer, long held) throws Exception {
        int length = (int) Math.min(Limits.FILE_PART, bytes.length - held);
        byte[] part = Arrays.copyOfRange(bytes, (int) held, (int) held + length);
        return held(peer, new Request.PutFilePart(hash, held, Base64Url.encode(part)));
    }

    Message message() {
        Attachment file =
                new Attachment(hash, bytes.length, "a.bin", "application/octet-stream", null, null);
        return new Message("", false, null, null, null, List.of(file));
    }

    byte[] fetch(Peer peer, LogId chat, long seq) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < bytes.length) {
            Request asked = new Request.FilePart(chat, seq, hash, all.size(), Limits.FILE_PART);
            Reply.FileBytes part = (Reply.FileBytes) Waiting.get(peer.ask(asked));
            all.write(Base64Url.decode(part.data()));
        }
        return all.toByteArray();
    }

    private static long held(Peer peer, Request request) throws Exception {
        return ((Reply.FileHeld) Waiting.get(peer.ask(request))).held();
    }
}

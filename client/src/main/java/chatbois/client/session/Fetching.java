package chatbois.client.session;

import chatbois.client.home.Incoming;
import chatbois.client.link.Link;
import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.io.IOException;

/// A file on its way to this machine. Nothing of it is believed before its hash is seen. For one
/// thread.
///
/// @param seq the message that names it
record Fetching(LogId chat, long seq, Bytes32 hash, long size, Sink sink) implements Transfer.Way {
    /// Where the bytes go.
    interface Sink {
        long held();

        void add(byte[] bytes) throws IOException;
    }

    /// Into a file.
    record IntoFile(Incoming file) implements Sink {
        @Override
        public long held() {
            return file.size();
        }

        @Override
        public void add(byte[] bytes) throws IOException {
            file.add(bytes);
        }
    }

    /// Into memory: what is known to be small.
    static final class IntoMemory implements Sink {
        private final byte[] bytes;
        private int held;

        IntoMemory(int size) {
            this.bytes = new byte[size];
        }

        @Override
        public long held() {
            return held;
        }

        @Override
        public void add(byte[] more) {
            System.arraycopy(more, 0, bytes, held, more.length);
            held += more.length;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    @Override
    public long begin(Link link) {
        return sink.held();
    }

    @Override
    public Request part(long offset, int length) {
        return new Request.FilePart(chat, seq, hash, offset, length);
    }

    @Override
    public long took(long offset, int length, Reply reply) throws IOException {
        if (!(reply instanceof Reply.FileBytes(long from, String data)) || from != offset) {
            throw new IOException("The server gave an answer that doesn't fit the file.");
        }
        byte[] bytes = Base64Url.decode(data);
        if (bytes.length == 0 || bytes.length > length) {
            throw new IOException("The file that the server has is not the one that was signed.");
        }
        sink.add(bytes);
        return offset + bytes.length;
    }
}

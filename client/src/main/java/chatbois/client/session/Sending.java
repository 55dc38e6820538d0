package chatbois.client.session;

import chatbois.client.home.FileHash;
import chatbois.client.link.Link;
import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.Sha256;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file on its way to the server. For one thread.
final class Sending implements Transfer.Way, AutoCloseable {
    /// Where the bytes are.
    private interface Source extends AutoCloseable {
        void read(ByteBuffer into, long from) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    private final Source source;
    private final long size;
    private final Bytes32 hash;

    private Sending(Source source, long size, Bytes32 hash) {
        this.source = source;
        this.size = size;
        this.hash = hash;
    }

    /// Reads the file once, for its hash.
    static Sending of(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        boolean opened = false;
        try {
            long size = file.size();
            if (size == 0) {
                throw new IOException(path + " is empty; there is nothing to send.");
            }
            Bytes32 hash = FileHash.of(file, size);
            opened = true;
            return new Sending(new OfFile(file, path), size, hash);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    static Sending of(byte[] bytes) {
        Source source = (into, from) -> into.put(bytes, (int) from, into.remaining());
        return new Sending(source, bytes.length, Sha256.of(bytes));
    }

    private record OfFile(FileChannel file, Path path) implements Source {
        @Override
        public void read(ByteBuffer into, long from) throws IOException {
            try {
                FileHash.readFully(file, into, from);
            } catch (EOFException e) {
                throw new IOException(
                        path + " became shorter while it was sent; send it again as it is now.", e);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    Files.Sent sent() {
        return new Files.Sent(hash, size);
    }

    @Override
    public long begin(Link link) throws IOException {
        return held(Link.await(link.request(new Request.OfferFile(hash, size))));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Request part(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        source.read(bytes, offset);
        return new Request.PutFilePart(hash, offset, Base64Url.encode(bytes.array()));
    }

    @Override
    public long took(long offset, int length, Reply reply) throws IOException {
        return held(reply);
    }

    private long held(Reply reply) throws IOException {
        if (reply instanceof Reply.FileHeld(long held) && held >= 0 && held <= size) {
            return held;
        }
        throw new IOException("The server gave an answer that doesn't fit the file.");
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

package chatbois.cellart.source;

import javax.imageio.stream.ImageInputStreamImpl;

/// A file in memory, as the JDK's decoders want it. Some decoders take the end of a file for zeros
/// without end: whoever reads on there too often is stopped.
final class FileBytes extends ImageInputStreamImpl {
    private static final int PATIENCE = 1_000;

    private final byte[] bytes;
    private int beyond;

    FileBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return isAtEnd() ? -1 : bytes[(int) streamPos++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (isAtEnd()) {
            return -1;
        }
        int some = Math.min(length, bytes.length - (int) streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, some);
        streamPos += some;
        return some;
    }

    private boolean isAtEnd() {
        if (streamPos < bytes.length) {
            return false;
        }
        beyond++;
        if (beyond > PATIENCE) {
            throw new IllegalStateException("The file has ended long ago.");
        }
        return true;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}

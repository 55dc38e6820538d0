package chatbois.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Keeps what a server writes down about itself, and waits for a line. Safe for any thread.
final class Lines extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        super.write(bytes, from, length);
        notifyAll();
    }

    String text() {
        return toString(StandardCharsets.UTF_8);
    }

    synchronized void await(String part) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Wire.SECONDS);
        while (!text().contains(part)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException("no line with " + part);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}

package chatbois.server.net;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/// What a client sent and nobody has looked at yet: handled one after the other on a virtual thread
/// that lives only while there is something to do. A client that asks faster than it is answered is
/// not read from for a while.
final class Inbox {
    private static final int FULL = 32;
    private static final int FULL_BYTES = 512 * 1024;
    private static final int NEARLY_EMPTY = 8;

    private final Channel channel;
    private final Consumer<byte[]> handler;

    @GuardedBy("this")
    private final Queue<byte[]> frames = new ArrayDeque<>();

    @GuardedBy("this")
    private long bytes;

    @GuardedBy("this")
    private boolean working;

    Inbox(Channel channel, Consumer<byte[]> handler) {
        this.channel = channel;
        this.handler = handler;
    }

    synchronized void add(byte[] frame) {
        frames.add(frame);
        bytes += frame.length;
        if (frames.size() >= FULL || bytes >= FULL_BYTES) {
            channel.config().setAutoRead(false);
        }
        if (!working) {
            working = true;
            Thread.ofVirtual().name("inbox").start(this::work);
        }
    }

    private void work() {
        try {
            byte[] frame = next();
            while (frame != null) {
                handler.accept(frame);
                frame = next();
            }
        } catch (RuntimeException e) {
            // The handler answers whatever it can; what comes up to here can't be answered.
            channel.close();
        }
    }

    private synchronized byte @org.jspecify.annotations.Nullable [] next() {
        byte[] frame = frames.poll();
        bytes -= frame == null ? 0 : frame.length;
        if (frames.size() <= NEARLY_EMPTY && bytes < FULL_BYTES / 2) {
            channel.config().setAutoRead(true);
        }
        working = frame != null;
        return frame;
    }
}

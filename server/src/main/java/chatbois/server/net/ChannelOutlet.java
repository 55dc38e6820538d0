package chatbois.server.net;

import chatbois.server.live.Outlet;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Sends frames through a Netty channel. Whatever is queued when the channel's event loop comes
/// round leaves in one flush, so that a burst costs one system call and not one for each frame.
final class ChannelOutlet implements Outlet {
    private static final long HIGH = 256 * 1024;
    private static final long LOW = 64 * 1024;
    private static final long CLOSE_SECONDS = 2;

    private final Channel channel;
    private final Runnable roomAgain;
    private final Queue<byte[]> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicLong pending = new AtomicLong();

    /// @param roomAgain called on the event loop when the outlet isn't congested any more
    ChannelOutlet(Channel channel, Runnable roomAgain) {
        this.channel = channel;
        this.roomAgain = roomAgain;
    }

    @Override
    public void send(byte[] frame) {
        pending.addAndGet(frame.length);
        queue.add(frame);
        if (scheduled.compareAndSet(false, true)) {
            channel.eventLoop().execute(this::drain);
        }
    }

    @Override
    public boolean isCongested() {
        return pending.get() > HIGH;
    }

    @Override
    public void close() {
        channel.eventLoop()
                .execute(() -> {
                    drain();
                    channel.writeAndFlush(
                                    new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
                            .addListener(ChannelFutureListener.CLOSE);
                });
        // A client that takes nothing would keep the goodbye, and with it the connection, for ever.
        channel.eventLoop().schedule(() -> channel.close(), CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    private void drain() {
        scheduled.set(false);
        byte[] frame = queue.poll();
        while (frame != null) {
            int length = frame.length;
            channel.write(new TextWebSocketFrame(Unpooled.wrappedBuffer(frame)))
                    .addListener(_ -> written(length));
            frame = queue.poll();
        }
        channel.flush();
    }

    private void written(int length) {
        long now = pending.addAndGet(-length);
        if (now <= LOW && now + length > LOW) {
            roomAgain.run();
        }
    }
}

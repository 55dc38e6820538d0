package chatbois.server.net;

import chatbois.server.live.Outlet;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
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
    private static final long OVERFULL = 4 * 1024 * 1024;
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
    public boolean isOverfull() {
        return pending.get() > OVERFULL;
    }

    @Override
    public long backlog() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
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
        channel.eventLoop().schedule(this::hangUp, CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    /// Closes at the socket's end of the pipeline: TLS would want to say goodbye too, and wait.
    private void hangUp() {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first != null) {
            first.close();
        }
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

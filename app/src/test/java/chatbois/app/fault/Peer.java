package chatbois.app.fault;

import chatbois.log.Bytes32;
import chatbois.log.Sha256;
import chatbois.protocol.ClientFrame;
import chatbois.protocol.Frames;
import chatbois.protocol.Push;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.ServerFrame;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// One connection to a server. Requests get their answers; pushes go to whoever listens, on the
/// connection's event loop. Safe for any thread.
final class Peer extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    private final CompletableFuture<Peer> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<Reply>> asked = new ConcurrentHashMap<>();
    private volatile Consumer<Push> listener = _ -> {};
    private volatile @Nullable Channel channel;

    CompletableFuture<Peer> opened() {
        return opened;
    }

    /// Completes when the connection is gone, for whatever reason.
    CompletableFuture<Void> ended() {
        return ended;
    }

    /// Who hears the pushes from now on.
    void listen(Consumer<Push> to) {
        listener = to;
    }

    /// Asks; fails with the refusal, or because the connection is gone.
    CompletableFuture<Reply> ask(Request request) {
        long id = ids.incrementAndGet();
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        asked.put(id, answer);
        byte[] frame = Frames.encode(new ClientFrame(id, request));
        channel().writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(frame)));
        if (ended.isDone()) {
            cutShort();
        }
        return answer;
    }

    /// SHA-256 of the key in the server's certificate.
    Bytes32 tlsKey() {
        SslHandler tls = channel().pipeline().get(SslHandler.class);
        try {
            return Sha256.of(
                    tls.engine().getSession().getPeerCertificates()[0].getPublicKey().getEncoded());
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Takes nothing more from the socket.
    void stopReading() {
        channel().config().setAutoRead(false);
    }

    /// Goes away without a word, not even TLS's.
    void cut() {
        ChannelHandlerContext first = channel().pipeline().firstContext();
        if (first != null) {
            first.close();
        }
    }

    void failed(Throwable why) {
        opened.completeExceptionally(why);
        ended.complete(null);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            channel = context.channel();
            opened.complete(this);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        switch (Frames.decodeServer(ByteBufUtil.getBytes(frame.content()))) {
            case ServerFrame.Answered(long id, Reply reply) -> question(id).complete(reply);
            case ServerFrame.Declined(long id, var why) ->
                    question(id).completeExceptionally(why.asException());
            case ServerFrame.Told(Push push) -> listener.accept(push);
        }
    }

    private CompletableFuture<Reply> question(long id) {
        return Objects.requireNonNull(asked.remove(id), "an answer that nobody asked for");
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        failed(new IOException("the connection is gone"));
        cutShort();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!opened.completeExceptionally(cause) && !(cause instanceof IOException)) {
            listener =
                    _ -> {
                        throw new IllegalStateException(cause);
                    };
        }
        context.close();
    }

    private void cutShort() {
        asked.values()
                .forEach(answer ->
                        answer.completeExceptionally(new IOException("the connection is gone")));
    }

    private Channel channel() {
        return Objects.requireNonNull(channel, "not connected");
    }
}

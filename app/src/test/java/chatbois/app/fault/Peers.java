package chatbois.app.fault;

import chatbois.protocol.Address;
import chatbois.protocol.Limits;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/// Makes connections that are cheap enough to have thousands of.
final class Peers implements AutoCloseable {
    private static final int SMALLEST_BUFFER = 4_096;

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final SslContext tls;

    Peers() throws SSLException {
        tls =
                SslContextBuilder.forClient()
                        .sslProvider(SslProvider.JDK)
                        .protocols("TLSv1.3")
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .build();
    }

    /// Connects; the future completes when the WebSocket stands, or fails.
    CompletableFuture<Peer> connect(Address address) {
        return connect(address, false);
    }

    /// @param sluggish whether the kernel shall keep little for the peer, as for one far away
    CompletableFuture<Peer> connect(Address address, boolean sluggish) {
        Peer peer = new Peer();
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(loops)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(ChannelOption.SO_LINGER, 0)
                        .handler(new Pipeline(address, peer));
        if (sluggish) {
            bootstrap.option(ChannelOption.SO_RCVBUF, SMALLEST_BUFFER);
        }
        bootstrap
                .connect(address.host(), address.port())
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        peer.failed(done.cause());
                    }
                });
        return peer.opened();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private final class Pipeline extends ChannelInitializer<Channel> {
        private final Address address;
        private final Peer peer;

        Pipeline(Address address, Peer peer) {
            this.address = address;
            this.peer = peer;
        }

        @Override
        protected void initChannel(Channel channel) {
            ChannelPipeline pipeline = channel.pipeline();
            WebSocketClientProtocolConfig webSocket =
                    WebSocketClientProtocolConfig.newBuilder()
                            .webSocketUri(URI.create("wss://" + address + "/chat"))
                            .maxFramePayloadLength(Limits.SERVER_FRAME)
                            .handshakeTimeoutMillis(TimeUnit.SECONDS.toMillis(Waiting.SECONDS))
                            .build();
            var ssl = tls.newHandler(channel.alloc());
            ssl.setHandshakeTimeout(Waiting.SECONDS, TimeUnit.SECONDS);
            pipeline.addLast(ssl);
            pipeline.addLast(new HttpClientCodec());
            pipeline.addLast(new HttpObjectAggregator(8_192));
            pipeline.addLast(new WebSocketClientProtocolHandler(webSocket));
            pipeline.addLast(new WebSocketFrameAggregator(Limits.SERVER_FRAME));
            pipeline.addLast(peer);
        }
    }
}

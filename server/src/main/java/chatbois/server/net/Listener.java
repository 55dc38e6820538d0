package chatbois.server.net;

import chatbois.protocol.Address;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.ServerInfo;
import chatbois.server.journal.Journal;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The open port: TLS 1.3 always, then HTTP, then WebSocket at `/chat`.
public final class Listener implements AutoCloseable {
    private static final int HTTP_LINE = 2_048;
    private static final int HTTP_HEADERS = 8_192;
    private static final int HTTP_BODY = 1_024;
    private static final int BACKLOG = 1_024;
    private static final long GOODBYE_MILLIS = 2_500;
    private static final long QUIET_MILLIS = 500;

    private final EventLoopGroup loops;
    private final Channel channel;
    private final ChannelGroup open;

    private Listener(EventLoopGroup loops, Channel channel, ChannelGroup open) {
        this.loops = loops;
        this.channel = channel;
        this.open = open;
    }

    /// Opens the port.
    ///
    /// @param connectionsPerAddress 0 for any number
    public static Listener open(
            InetSocketAddress address,
            int connectionsPerAddress,
            TlsIdentity tls,
            Hall hall,
            Journal journal,
            Clock clock)
            throws IOException {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(io);
        try {
            SslContext ssl =
                    SslContextBuilder.forServer(tls.key(), tls.certificate())
                            .sslProvider(SslProvider.JDK)
                            .protocols("TLSv1.3")
                            .build();
            ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
            Gate gate = new Gate(connectionsPerAddress, clock);
            Channel channel =
                    new ServerBootstrap()
                            .group(loops)
                            .channel(
                                    epoll
                                            ? EpollServerSocketChannel.class
                                            : NioServerSocketChannel.class)
                            .option(ChannelOption.SO_BACKLOG, BACKLOG)
                            .option(ChannelOption.SO_REUSEADDR, true)
                            .childOption(ChannelOption.TCP_NODELAY, true)
                            .childHandler(new Pipeline(ssl, open, gate, hall, journal))
                            .bind(address)
                            .syncUninterruptibly()
                            .channel();
            return new Listener(loops, channel, open);
        } catch (Exception e) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw cannotListen(address, e);
        }
    }

    /// Fails as [#open] would if the address can't be listened on now.
    public static void probe(InetSocketAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            throw cannotListen(address, e);
        }
    }

    private static IOException cannotListen(InetSocketAddress address, Exception e) {
        // Netty's own calls say "bind(..) failed with error(-98): Address already in use".
        String why = String.valueOf(e.getMessage()).replaceFirst("^\\w+\\(\\.\\.\\) [^:]*: ", "");
        return new IOException(
                "cannot listen on "
                        + new Address(address.getHostString(), address.getPort())
                        + ": "
                        + (address.isUnresolved() ? "there is no such host" : why),
                e);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /// Takes no new connections; those that are open go on.
    public void stopAccepting() {
        channel.close().syncUninterruptibly();
    }

    /// Ends all connections, once the goodbyes that were said to members have left. The event loops
    /// end last: the first thing that they do then is to close whatever is open.
    @Override
    public void close() {
        stopAccepting();
        open.forEach(Listener::endIfGuest);
        open.newCloseFuture().awaitUninterruptibly(GOODBYE_MILLIS);
        loops.shutdownGracefully(0, QUIET_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    /// A channel that is closing by itself has no visit any more.
    private static void endIfGuest(Channel channel) {
        Visit visit = channel.pipeline().get(Visit.class);
        if (visit != null) {
            visit.endIfGuest();
        }
    }

    private static final class Pipeline extends ChannelInitializer<Channel> {
        private final SslContext ssl;
        private final ChannelGroup open;
        private final Gate gate;
        private final Hall hall;
        private final Journal journal;
        private final SecureRandom random = new SecureRandom();

        Pipeline(SslContext ssl, ChannelGroup open, Gate gate, Hall hall, Journal journal) {
            this.ssl = ssl;
            this.open = open;
            this.gate = gate;
            this.hall = hall;
            this.journal = journal;
        }

        @Override
        protected void initChannel(Channel channel) {
            ChannelPipeline pipeline = channel.pipeline();
            Visit visit = new Visit(channel, gate, hall, journal, random);
            if (!visit.enters()) {
                channel.close();
                return;
            }
            pipeline.addLast(ssl.newHandler(channel.alloc()));
            long ping = hall.timing().ping().toMillis();
            pipeline.addLast(new IdleStateHandler(ping, 0, 0, TimeUnit.MILLISECONDS));
            pipeline.addLast(new HttpServerCodec(HTTP_LINE, HTTP_HEADERS, HTTP_BODY));
            pipeline.addLast(new HttpObjectAggregator(HTTP_BODY));
            pipeline.addLast(new PublicPages(hall.writer(), () -> info(hall)));
            pipeline.addLast(new Pings());
            pipeline.addLast(new WebSocketServerProtocolHandler(webSocket()));
            pipeline.addLast(visit);
            open.add(channel);
        }

        private WebSocketServerProtocolConfig webSocket() {
            return WebSocketServerProtocolConfig.newBuilder()
                    .websocketPath(PublicPages.CHAT)
                    .decoderConfig(
                            WebSocketDecoderConfig.newBuilder()
                                    .maxFramePayloadLength(Limits.GUEST_FRAME)
                                    .build())
                    .handshakeTimeoutMillis(hall.timing().login().toMillis())
                    .build();
        }

        private static byte[] info(Hall hall) {
            ServerInfo info =
                    hall.community()
                            .look(view ->
                                    new ServerInfo(
                                            view.name(),
                                            hall.community().id(),
                                            List.of(Limits.PROTOCOL),
                                            view.settings().isClosed(),
                                            view.isFull()));
            return Frames.encode(info);
        }
    }
}

package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.server.journal.Journal;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/// One connection as Netty sees it: turns frames into a conversation, keeps the time limits, and
/// holds a guest to less than a member. Runs on the channel's event loop and never blocks it.
final class Visit extends SimpleChannelInboundHandler<WebSocketFrame>
        implements Conversation.Doorkeeper {
    /// How many silences in a row mean that nobody is there.
    private static final int SILENCES = 3;

    private final Channel channel;
    private final InetAddress address;
    private final Gate gate;
    private final Hall hall;
    private final Journal journal;
    private final Conversation conversation;
    private final Inbox inbox;
    private int silences;

    Visit(Channel channel, Gate gate, Hall hall, Journal journal, SecureRandom random) {
        this.channel = channel;
        this.address = address(channel);
        this.gate = gate;
        this.hall = hall;
        this.journal = journal;
        ChannelOutlet outlet = new ChannelOutlet(channel, this::roomAgain);
        this.conversation = new Conversation(hall, outlet, this, random, journal);
        this.inbox = new Inbox(channel, conversation::take);
    }

    /// Counts the connection and starts its clock; false if its address has too many.
    boolean enters() {
        if (!gate.enters(address)) {
            if (gate.tellsRefusal(address)) {
                journal.warn("refused", "why", "too_many_connections", "address", text(address));
            }
            return false;
        }
        channel.closeFuture()
                .addListener(_ -> {
                    gate.left(address);
                    conversation.hangUp();
                    loggedOut();
                });
        channel.eventLoop()
                .schedule(
                        this::endIfGuest, hall.timing().login().toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame && frame.isFinalFragment()) {
            inbox.add(ByteBufUtil.getBytes(frame.content()));
        } else {
            context.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        // For a guest the time limit of the login is enough.
        if (event instanceof IdleStateEvent idle && conversation.isLoggedIn()) {
            silences = idle.isFirst() ? 1 : silences + 1;
            if (silences >= SILENCES) {
                context.close();
            } else if (channel.isWritable()) {
                context.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
            }
        }
    }

    /// Whatever a stranger sends that isn't TLS, HTTP or WebSocket ends here, without a word.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    public void checkMayTry() {
        hall.bans().check(address);
        if (!gate.mayTry(address)) {
            throw refused(
                    Code.RATE_LIMITED,
                    "Too many logins from this address went wrong; try again in a minute.");
        }
    }

    @Override
    public InetAddress address() {
        return address;
    }

    @Override
    public void failed() {
        gate.failed(address);
    }

    @Override
    public void loggedIn() {
        channel.eventLoop().execute(this::takeLargeFrames);
        journal.info("login", "address", text(address), "connections", hall.live().connections());
    }

    private void loggedOut() {
        if (conversation.isLoggedIn()) {
            journal.info(
                    "logout",
                    "address",
                    text(address),
                    "connections",
                    hall.live().connections(),
                    "why",
                    conversation.whyGone());
        }
    }

    /// A guest's frames are small and whole, so that a stranger can't make the server gather much.
    private void takeLargeFrames() {
        if (!channel.isActive()) {
            return;
        }
        WebSocketDecoderConfig large =
                WebSocketDecoderConfig.newBuilder()
                        .maxFramePayloadLength(Limits.CLIENT_FRAME)
                        .build();
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.replace(
                WebSocket13FrameDecoder.class, "member", new WebSocket13FrameDecoder(large));
        pipeline.addBefore(
                pipeline.context(this).name(),
                "fragments",
                new WebSocketFrameAggregator(Limits.CLIENT_FRAME));
    }

    private void roomAgain() {
        conversation.roomAgain();
    }

    /// A guest gets no goodbye.
    void endIfGuest() {
        if (!conversation.isLoggedIn()) {
            channel.close();
        }
    }

    private static InetAddress address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote
                        && remote.getAddress() != null
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static String text(InetAddress address) {
        return String.valueOf(address.getHostAddress());
    }
}

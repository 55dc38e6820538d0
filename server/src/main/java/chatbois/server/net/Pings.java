package chatbois.server.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;

/// Drops pings while the client takes nothing: each would leave a pong in memory, and RFC 6455
/// (§5.5.3) asks for the answer to the latest ping only.
final class Pings extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof PingWebSocketFrame ping && !context.channel().isWritable()) {
            ping.release();
            return;
        }
        context.fireChannelRead(message);
    }
}

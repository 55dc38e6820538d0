package chatbois.server.net;

import chatbois.server.community.Writer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// The two pages that anybody may read, `/healthz` and `/info`. Passes on the way to `/chat`;
/// answers everything else with 404.
final class PublicPages extends SimpleChannelInboundHandler<FullHttpRequest> {
    static final String CHAT = "/chat";

    private final Writer writer;
    private final Supplier<byte[]> info;

    PublicPages(Writer writer, Supplier<byte[]> info) {
        super(false);
        this.writer = writer;
        this.info = info;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.uri().equals(CHAT) && request.decoderResult().isSuccess()) {
            context.fireChannelRead(request);
            return;
        }
        request.release();
        context.writeAndFlush(answer(request)).addListener(ChannelFutureListener.CLOSE);
    }

    private FullHttpResponse answer(FullHttpRequest request) {
        if (!request.decoderResult().isSuccess()) {
            return text(HttpResponseStatus.BAD_REQUEST, "that was no HTTP request\n");
        }
        if (!request.method().equals(HttpMethod.GET)) {
            return text(HttpResponseStatus.METHOD_NOT_ALLOWED, "only GET is answered here\n");
        }
        return switch (request.uri()) {
            case "/healthz" ->
                    writer.isFailing()
                            ? text(
                                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                                    "the disk does not take what is written\n")
                            : text(HttpResponseStatus.OK, "ok\n");
            case "/info" -> page(HttpResponseStatus.OK, "application/json", info.get());
            default -> text(HttpResponseStatus.NOT_FOUND, "there is nothing here\n");
        };
    }

    private static FullHttpResponse text(HttpResponseStatus status, String text) {
        return page(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static FullHttpResponse page(HttpResponseStatus status, String type, byte[] body) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return response;
    }
}

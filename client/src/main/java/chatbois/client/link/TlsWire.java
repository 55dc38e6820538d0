package chatbois.client.link;

import static java.util.Objects.requireNonNull;

import chatbois.log.Bytes32;
import chatbois.protocol.Limits;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A wire over the JDK's WebSocket. Any thread may send; the WebSocket itself calls the listener's
/// methods one at a time.
final class TlsWire implements Wire, WebSocket.Listener {
    private static final long CLOSE_SECONDS = 2;

    private final HttpClient http;
    private final Receiver receiver;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Only the WebSocket's own callbacks touch it.
    private final StringBuilder partial = new StringBuilder();

    private volatile @Nullable Bytes32 tlsKey;
    private volatile @Nullable WebSocket socket;

    /// Ends when everything handed over so far is sent: a WebSocket takes one message at a time.
    @GuardedBy("this")
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    TlsWire(HttpClient http, Receiver receiver) {
        this.http = http;
        this.receiver = receiver;
    }

    void opened(Bytes32 key) {
        tlsKey = key;
    }

    @Override
    public Bytes32 tlsKey() {
        return requireNonNull(tlsKey, "asked before the connection stands");
    }

    @Override
    public void send(byte[] frame) {
        String text = new String(frame, StandardCharsets.UTF_8);
        enqueue(to -> to.sendText(text, true));
    }

    @Override
    public void ping() {
        enqueue(to -> to.sendPing(ByteBuffer.allocate(0)));
    }

    @Override
    public void close() {
        if (socket == null) {
            end("closed before it stood");
            return;
        }
        enqueue(to -> to.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                .orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((_, _) -> end("closed"));
    }

    private synchronized CompletableFuture<?> enqueue(
            Function<WebSocket, CompletableFuture<WebSocket>> message) {
        WebSocket to = requireNonNull(socket, "sends before the connection stands");
        CompletableFuture<?> done = sent.thenCompose(_ -> message.apply(to));
        done.whenComplete((_, failure) -> {
            if (failure != null) {
                end("the connection broke while sending");
            }
        });
        sent = done;
        return done.copy();
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        if (partial.length() + text.length() > Limits.SERVER_FRAME) {
            end("the server sent a frame that is too long");
            return null;
        }
        partial.append(text);
        if (last) {
            byte[] frame = partial.toString().getBytes(StandardCharsets.UTF_8);
            // A new builder's worth of memory only after something large.
            partial.setLength(0);
            if (partial.capacity() > 64 * 1024) {
                partial.trimToSize();
            }
            receiver.frame(frame);
        } else {
            // A long frame over a slow line is a sign of life with every piece.
            receiver.pong();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        end("the server sent bytes where text was expected");
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        // The JDK answers by itself.
        receiver.pong();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        receiver.pong();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        end(reason.isEmpty() ? "the server closed the connection" : reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end("the connection broke");
    }

    private void end(String why) {
        if (closed.compareAndSet(false, true)) {
            WebSocket last = socket;
            if (last != null) {
                last.abort();
            }
            http.shutdownNow();
            receiver.closed(why);
        }
    }
}

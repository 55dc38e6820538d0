package chatbois.server;

import chatbois.log.Bytes32;
import chatbois.protocol.Address;
import chatbois.protocol.ClientFrame;
import chatbois.protocol.Frames;
import chatbois.protocol.Push;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.ServerFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One connection to a server: requests get their answers, pushes are kept for whoever asks.
final class Wire implements AutoCloseable, WebSocket.Listener {
    /// How long anything may take before a test gives up; nothing is expected to.
    static final long SECONDS = 30;

    private final SeenKey key = new SeenKey();
    private final HttpClient http;
    private final StringBuilder partial = new StringBuilder();
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<Reply>> asked = new ConcurrentHashMap<>();
    private final Set<Long> resumes = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<ServerFrame> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Semaphore pongs = new Semaphore(0);
    private volatile boolean reads = true;
    private @Nullable WebSocket socket;

    private Wire() {
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(key.context())
                        .build();
    }

    static Wire open(Address address) throws Exception {
        Wire wire = new Wire();
        wire.socket =
                get(
                        wire.http
                                .newWebSocketBuilder()
                                .buildAsync(URI.create("wss://" + address + "/chat"), wire));
        return wire;
    }

    /// SHA-256 of the key in the server's certificate.
    Bytes32 tlsKey() {
        return key.hash();
    }

    /// Asks, and waits for the answer; throws the refusal if it is one.
    Reply ask(Request request) throws Exception {
        return get(send(request));
    }

    /// Asks, and goes on.
    CompletableFuture<Reply> send(Request request) throws Exception {
        long id = ids.incrementAndGet();
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        asked.put(id, answer);
        if (request instanceof Request.Resume) {
            resumes.add(id);
        }
        sendText(new String(Frames.encode(new ClientFrame(id, request)), StandardCharsets.UTF_8));
        return answer;
    }

    void sendText(String text) throws Exception {
        get(socket().sendText(text, true));
    }

    void sendPart(String text) throws Exception {
        get(socket().sendText(text, false));
    }

    void sendBinary(byte[] bytes) throws Exception {
        get(socket().sendBinary(ByteBuffer.wrap(bytes), true));
    }

    void sendPing() throws Exception {
        get(socket().sendPing(ByteBuffer.allocate(100)));
    }

    /// The next push; throws if none comes.
    Push next() throws Exception {
        while (true) {
            if (nextFrame() instanceof ServerFrame.Told(Push push)) {
                return push;
            }
        }
    }

    /// The next push, or the answer to a resume: what is pushed before it belongs to what was
    /// resumed before.
    ServerFrame nextFrame() throws Exception {
        ServerFrame frame = frames.poll(SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new TimeoutException("no push came");
        }
        return frame;
    }

    boolean hasPushes() {
        return frames.stream().anyMatch(ServerFrame.Told.class::isInstance);
    }

    /// Waits until the server has hung up.
    void awaitEnd() throws Exception {
        get(ended);
    }

    /// From here on it takes nothing of what the server sends, not even pings.
    void stopReading() {
        reads = false;
    }

    /// Waits until a ping is answered.
    void awaitPong() throws Exception {
        if (!pongs.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("no pong came");
        }
    }

    /// Breaks the connection without a word.
    void cut() {
        socket().abort();
        http.shutdownNow();
        end();
    }

    @Override
    public void close() {
        cut();
    }

    /// What a future gives; a refusal is thrown as it is.
    static <T> T get(CompletableFuture<T> future) throws Exception {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refused refused ? refused : e;
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            byte[] frame = partial.toString().getBytes(StandardCharsets.UTF_8);
            partial.setLength(0);
            take(Frames.decodeServer(frame));
        }
        if (reads) {
            from.request(1);
        }
        return null;
    }

    private void take(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Answered(long id, Reply reply) -> {
                keepResume(id, frame);
                question(id).complete(reply);
            }
            case ServerFrame.Declined(long id, var refusal) -> {
                keepResume(id, frame);
                question(id).completeExceptionally(refusal.asException());
            }
            case ServerFrame.Told _ -> frames.add(frame);
        }
    }

    private void keepResume(long id, ServerFrame answer) {
        if (resumes.remove(id)) {
            frames.add(answer);
        }
    }

    private CompletableFuture<Reply> question(long id) {
        CompletableFuture<Reply> question = asked.remove(id);
        if (question == null) {
            throw new IllegalStateException("an answer to a question that was not asked: " + id);
        }
        return question;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        // The JDK answers by itself.
        if (reads) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.release();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end();
    }

    private void end() {
        ended.complete(null);
        asked.values().forEach(q -> q.completeExceptionally(new IllegalStateException("cut")));
    }

    private WebSocket socket() {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        return open;
    }
}

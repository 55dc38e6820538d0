package chatbois.client.link;

import static java.util.Objects.requireNonNull;

import chatbois.protocol.ClientFrame;
import chatbois.protocol.Frames;
import chatbois.protocol.Push;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.ServerFrame.Answered;
import chatbois.protocol.ServerFrame.Declined;
import chatbois.protocol.ServerFrame.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Questions, answers and pushes over one wire. Safe for any thread; the wire reads with one.
final class Conversation implements Wire.Receiver {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int MOST_OPEN = 4096;

    private record Question(Consumer<Reply> first, CompletableFuture<Reply> answer) {}

    private final Consumer<Push> pushes;
    private final Map<Long, Question> open = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private volatile boolean heard = true;
    private volatile @Nullable String lastWords;
    private volatile @Nullable Wire wire;

    Conversation(Consumer<Push> pushes) {
        this.pushes = pushes;
    }

    void over(Wire opened) {
        wire = opened;
    }

    /// Asks; `first` gets the answer on the thread that reads, before the next frame is read. Fails
    /// with a refusal, with an [IOException] when the connection ends before, or with a
    /// [TimeoutException], which ends the connection.
    CompletableFuture<Reply> ask(Request request, Consumer<Reply> first) {
        Question question = new Question(first, new CompletableFuture<>());
        long id = ids.incrementAndGet();
        if (open.size() >= MOST_OPEN) {
            return CompletableFuture.failedFuture(
                    new IOException("Too many requests are under way; wait a moment."));
        }
        open.put(id, question);
        if (closed.isDone()) {
            question.answer.completeExceptionally(lost(closed.join()));
        } else {
            requireNonNull(wire).send(Frames.encode(new ClientFrame(id, request)));
        }
        question.answer
                .orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((_, failure) -> settled(id, failure));
        return question.answer;
    }

    /// Ends when the connection does, with the reason.
    CompletableFuture<String> closed() {
        return closed;
    }

    /// Ends the connection because of something that the other side did.
    void fail(String why) {
        closed(why);
        Wire last = wire;
        if (last != null) {
            last.close();
        }
    }

    /// Asks for signs of life until the connection ends.
    void watch(Duration every) {
        Thread.ofVirtual().name("heartbeat").start(() -> beat(every));
    }

    private void beat(Duration every) {
        while (true) {
            try {
                closed.get(every.toNanos(), TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                if (!heard) {
                    fail("the server is not heard any more");
                    return;
                }
                heard = false;
                requireNonNull(wire).ping();
            } catch (InterruptedException | ExecutionException e) {
                return;
            }
        }
    }

    @Override
    public void frame(byte[] frame) {
        heard = true;
        if (closed.isDone()) {
            return;
        }
        try {
            switch (Frames.decodeServer(frame)) {
                case Answered answered -> answered(answered);
                case Declined declined ->
                        question(declined.id())
                                .answer
                                .completeExceptionally(declined.refusal().asException());
                case Told(Push.Closing(var why)) -> {
                    lastWords = why.sentence();
                    pushes.accept(new Push.Closing(why));
                }
                case Told(Push push) -> pushes.accept(push);
            }
        } catch (IllegalArgumentException e) {
            fail("the server sent what is no answer: " + e.getMessage());
        }
    }

    private void answered(Answered answered) {
        Question question = question(answered.id());
        question.first.accept(answered.reply());
        question.answer.complete(answered.reply());
    }

    private Question question(long id) {
        Question question = open.remove(id);
        if (question == null) {
            throw new IllegalArgumentException("nobody asked for it");
        }
        return question;
    }

    @Override
    public void pong() {
        heard = true;
    }

    @Override
    public void closed(String why) {
        String words = lastWords == null ? why : lastWords;
        if (closed.complete(words)) {
            open.values().forEach(q -> q.answer.completeExceptionally(lost(words)));
        }
    }

    private void settled(long id, @Nullable Throwable failure) {
        open.remove(id);
        if (failure instanceof TimeoutException) {
            fail("the server doesn't answer");
        }
    }

    private static IOException lost(String why) {
        return new IOException("The connection is lost: " + why + ".");
    }
}

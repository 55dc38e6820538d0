package chatbois.bench;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Frontier;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Frames;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.Kind;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What one message costs in the log, step by step.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LogBenchmark {
    private final SigningKey key = SigningKey.ofSeed(new byte[32]);
    private final Bytes32 id = Sha256.of();
    private final Content content =
            new Content(
                    new byte[Content.SALT_LENGTH],
                    Frames.encodeBody(new Message("a hundred bytes ".repeat(6), false)));
    private final Header header =
            new Header(
                    new LogId(id),
                    new MemberId(new UUID(1, 2)),
                    key.verifyKey(),
                    1,
                    TreeHead.EMPTY,
                    0,
                    Kind.MESSAGE.code(),
                    content.commitment());
    private final SignedEvent signed = SignedEvent.sign(header, content, key);
    private final Event event = new Event(1, 0, signed);
    private final byte[] line = Frames.encode(event);
    private Frontier frontier = Frontier.EMPTY;

    @Benchmark
    public SignedEvent sign() {
        return SignedEvent.sign(header, content, key);
    }

    @Benchmark
    public boolean verify() {
        return signed.isGenuine();
    }

    @Benchmark
    public Bytes32 leaf() {
        return event.leaf();
    }

    @Benchmark
    public Frontier append() {
        frontier = frontier.append(id);
        return frontier;
    }

    @Benchmark
    public byte[] encode() {
        return Frames.encode(event);
    }

    @Benchmark
    public Event decode() {
        return Frames.decodeEvent(line);
    }
}

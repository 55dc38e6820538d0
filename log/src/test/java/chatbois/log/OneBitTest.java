package chatbois.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One flipped bit anywhere in a stored event is found by whoever holds a head.
class OneBitTest {
    private final World truth = World.ofTwelve();
    private final List<LogPage> pages =
            IntStream.rangeClosed(1, 12).mapToObj(i -> truth.page(i, i, 12)).toList();
    private final TreeHead trusted = truth.head(12);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void every_flipped_bit_of_an_event_is_found(int seq) {
        byte[] stored = stored(truth.event(seq));
        assertThat(isBelieved(seq, stored)).isTrue();
        for (int bit = 0; bit < 8 * stored.length; bit++) {
            stored[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isBelieved(seq, stored)).as("bit %d", bit).isFalse();
            stored[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    private boolean isBelieved(int seq, byte[] stored) {
        try {
            LogPage page = pages.get(seq - 1);
            List<Event> events = List.of(loaded(stored));
            new LogPage(page.before(), events, page.proof()).verify(World.LOG, trusted);
            return true;
        } catch (Malformed | LogBroken e) {
            return false;
        }
    }

    /// Place, time, header, signature, salt and body.
    private static byte[] stored(Event event) {
        Content content = Objects.requireNonNull(event.signed().content());
        return ByteBuffer.allocate(16 + 171 + 64 + 16 + content.length())
                .putLong(event.seq())
                .putLong(event.time())
                .put(event.header().encode())
                .put(event.signed().signature().bytes())
                .put(content.salt())
                .put(content.body())
                .array();
    }

    private static Event loaded(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        long seq = in.getLong();
        long time = in.getLong();
        Header header = Header.decode(take(in, 171));
        Signature signature = new Signature(take(in, 64));
        Content content = new Content(take(in, 16), take(in, in.remaining()));
        return new Event(seq, time, new SignedEvent(header, signature, content));
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }
}

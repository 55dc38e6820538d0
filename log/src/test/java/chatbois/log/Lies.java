package chatbois.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Events as a hostile server would show them, and the claim that a reader says what is wrong.
final class Lies {
    private Lies() {}

    static void assertBroken(LogBroken.Kind kind, ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        assertThat(thrown)
                .as("a lie was believed, or ended in a fault")
                .isInstanceOf(LogBroken.class);
        LogBroken broken = (LogBroken) thrown;
        assertThat(broken.kind()).isEqualTo(kind);
        assertThat(broken.log()).isEqualTo(World.LOG);
        assertThat(broken.getMessage()).isNotBlank();
    }

    /// The same header and signature over another body.
    static Event otherBody(Event event) {
        Content body = new Content(new byte[16], World.bytes("what nobody said"));
        SignedEvent signed = event.signed();
        return placed(event, new SignedEvent(signed.header(), signed.signature(), body));
    }

    /// Another header under the same signature.
    static Event otherClock(Event event) {
        Header was = event.header();
        Header now =
                new Header(
                        was.log(),
                        was.author(),
                        was.device(),
                        was.authorSeq(),
                        was.seen(),
                        was.clock() + 1,
                        was.kind(),
                        was.commitment());
        SignedEvent signed = event.signed();
        return placed(event, new SignedEvent(now, signed.signature(), signed.content()));
    }

    /// What the device named in it never signed.
    static Event invented(Event event) {
        Content body = new Content(new byte[16], World.bytes("invented"));
        Header was = event.header();
        Header header =
                new Header(
                        was.log(),
                        was.author(),
                        was.device(),
                        was.authorSeq(),
                        was.seen(),
                        was.clock(),
                        was.kind(),
                        body.commitment());
        return placed(event, SignedEvent.sign(header, body, World.SERVER));
    }

    static Event otherTime(Event event) {
        return new Event(event.seq(), event.time() + 1, event.signed());
    }

    static Event otherPlace(Event event, long seq) {
        return new Event(seq, event.time(), event.signed());
    }

    static Event erased(Event event) {
        SignedEvent signed = event.signed();
        return placed(event, new SignedEvent(signed.header(), signed.signature(), null));
    }

    private static Event placed(Event event, SignedEvent signed) {
        return new Event(event.seq(), event.time(), signed);
    }
}

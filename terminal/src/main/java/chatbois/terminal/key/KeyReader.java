package chatbois.terminal.key;

import java.util.List;

/// Turns what a terminal sends into keys; for one thread.
///
/// Some bytes say what they are only by what follows or fails to follow: an escape may be a key or
/// the beginning of one. The reader then names the time to wait and wants to be told when it
/// passed.
public final class KeyReader {
    private static final int SEQUENCE_MILLIS = 50;

    /// A paste that stops for so long has lost its end; until then nothing of it may count as
    /// typed.
    private static final int PASTE_MILLIS = 5000;

    /// As long as it takes to see that an escape and a bracket were a key that nobody waits for.
    private static final int TOLD_MILLIS = 500;

    private final KeyDecoder decoder = new KeyDecoder();
    private final PasteBurst burst = new PasteBurst();

    /// The keys that some bytes, all that were there to read, complete.
    public List<Key> read(byte[] bytes) {
        for (byte next : bytes) {
            decoder.accept(next);
        }
        return burst.accept(decoder.take());
    }

    /// What the bytes so far told besides.
    public List<Report> reports() {
        return decoder.takeReports();
    }

    /// How long to wait for more before calling [#quiet]; 0 if nothing is incomplete.
    public int patienceMillis() {
        if (burst.isHolding()) {
            return burst.patienceMillis();
        }
        if (decoder.isInPaste() || decoder.isBeingTold()) {
            return PASTE_MILLIS; // what was told late or in pieces isn't typed either
        }
        if (decoder.mayBeTold() || decoder.isInNumbers()) {
            return TOLD_MILLIS;
        }
        return decoder.isInSequence() ? SEQUENCE_MILLIS : 0;
    }

    /// The keys that were incomplete, now that nothing followed in time.
    public List<Key> quiet() {
        if (burst.isHolding()) {
            return burst.release();
        }
        decoder.flush();
        return burst.accept(decoder.take());
    }
}

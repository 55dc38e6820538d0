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

    /// After so long a silence in a paste, a lone Ctrl+C or Esc is somebody who wants out of it.
    private static final int SILENCE_MILLIS = 1000;

    /// As long as it takes to see that an escape and a bracket were a key that nobody waits for.
    private static final int TOLD_MILLIS = 500;

    private static final byte CTRL_C = 0x03;
    private static final byte ESC = 0x1B;

    private final KeyDecoder decoder = new KeyDecoder();
    private final PasteBurst burst = new PasteBurst();

    /// Whether a paste has not gone on for that long.
    private boolean silent;

    /// Whether an escape came then, which may still begin the end of the paste.
    private boolean leaving;

    /// The keys that some bytes, all that were there to read, complete.
    public List<Key> read(byte[] bytes) {
        boolean lone = silent && bytes.length == 1;
        silent = false;
        leaving = lone && bytes[0] == ESC;
        if (lone && bytes[0] == CTRL_C) {
            decoder.flush();
        }
        for (byte next : bytes) {
            decoder.accept(next);
        }
        return burst.accept(decoder.take());
    }

    /// What the bytes so far told besides.
    public List<Report> reports() {
        return decoder.takeReports();
    }

    /// How long to wait for more before calling [#quiet]; 0 if nothing is incomplete. There may be
    /// more to wait for after that.
    public int patienceMillis() {
        if (burst.isHolding()) {
            return burst.patienceMillis();
        }
        if (decoder.isInPaste() && !leaving) {
            return silent ? PASTE_MILLIS - SILENCE_MILLIS : SILENCE_MILLIS;
        }
        if (decoder.isBeingTold()) {
            return PASTE_MILLIS; // what was told late or in pieces isn't typed either
        }
        if (leaving || decoder.mayBeTold() || decoder.isInNumbers()) {
            return TOLD_MILLIS;
        }
        return decoder.isInSequence() ? SEQUENCE_MILLIS : 0;
    }

    /// The keys that were incomplete, now that nothing followed in time.
    public List<Key> quiet() {
        if (burst.isHolding()) {
            return burst.release();
        }
        if (decoder.isInPaste() && !silent && !leaving) {
            silent = true;
            return List.of();
        }
        decoder.flush();
        if (leaving) {
            decoder.accept(ESC);
            decoder.flush();
        }
        silent = false;
        leaving = false;
        return burst.accept(decoder.take());
    }
}

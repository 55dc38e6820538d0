package chatbois.terminal.line;

import chatbois.terminal.command.Spot;
import chatbois.terminal.command.Transfers;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/// When a file that is being sent or fetched came on last: as long as one does, nothing is late.
/// Safe for any thread.
record Moved(Clock clock, AtomicLong at) implements Transfers {
    Moved(Clock clock) {
        this(clock, new AtomicLong(Long.MIN_VALUE / 2));
    }

    /// In milliseconds, as the clock has them.
    long last() {
        return at.get();
    }

    @Override
    public void at(Spot spot, Object what, String words, long done, long all) {
        at.set(clock.millis());
    }

    @Override
    public void over(Object what) {}

    /// In a pipe nobody answers; and who talks in lines wants no more to read than there must be.
    @Override
    public boolean isSeen() {
        return false;
    }
}

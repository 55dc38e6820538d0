package chatbois.terminal.command;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/// A file on its way, told of until that is over: who moves it hears later than all others that it
/// was called off. Safe for any thread.
final class Journey implements AutoCloseable {
    private final Transfers transfers;
    private final Spot spot;

    @GuardedBy("this")
    private boolean over;

    Journey(Transfers transfers, Spot spot) {
        this.transfers = transfers;
        this.spot = spot;
    }

    /// It is so far now.
    ///
    /// @param all in bytes; 0 as long as that isn't known
    synchronized void at(String words, long done, long all) {
        if (!over) {
            transfers.at(spot, this, words, done, all);
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        transfers.over(this);
    }
}

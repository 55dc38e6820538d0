package chatbois.app.member;

import chatbois.terminal.command.Outgoing;
import chatbois.terminal.text.Amount;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.nio.file.Path;

/// How far files are, in one line of standard error that is written over, where that is a terminal;
/// else nothing. For any thread.
final class Progress implements Outgoing.Watch {
    private static final long EVERY_NANOS = 200_000_000;
    private static final int PERCENT = 100;

    private final boolean shown = isTerminal();
    private long last = System.nanoTime() - EVERY_NANOS;

    @Override
    public synchronized void at(String doing, long done, long all) {
        long now = System.nanoTime();
        boolean over = all > 0 && done == all;
        if (shown && (over || now - last >= EVERY_NANOS)) {
            last = now;
            String far =
                    all == 0 ? "" : " %d %% of %s".formatted(done * PERCENT / all, new Amount(all));
            System.err.print("\r\033[K" + SafeText.line(doing) + far + (over ? "\n" : ""));
            System.err.flush();
        }
    }

    private static boolean isTerminal() {
        try {
            String real = Path.of("/dev/stderr").toRealPath().toString();
            return real.startsWith("/dev/pts/") || real.startsWith("/dev/tty");
        } catch (IOException e) {
            return false; // a pipe has no path
        }
    }
}

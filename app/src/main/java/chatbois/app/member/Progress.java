package chatbois.app.member;

import chatbois.client.session.Files;
import chatbois.terminal.text.Amount;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.nio.file.Path;

/// How far a file is, in one line of standard error that is written over, where that is a terminal;
/// else nothing. For any thread.
final class Progress implements Files.Progress {
    private static final long EVERY_NANOS = 200_000_000;
    private static final int PERCENT = 100;

    private final String name;
    private final boolean shown = isTerminal();
    private long last = System.nanoTime() - EVERY_NANOS;

    Progress(String name) {
        this.name = SafeText.line(name);
    }

    @Override
    public synchronized void at(long done, long all) {
        long now = System.nanoTime();
        if (shown && (done == all || now - last >= EVERY_NANOS)) {
            last = now;
            System.err.printf(
                    "\r\033[K%s %d %% of %s%s",
                    name, done * PERCENT / all, new Amount(all), done == all ? "\n" : "");
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

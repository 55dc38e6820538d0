package chatbois.bench;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A terminal behind a line that takes few bytes in a second. It answers what it is asked, knows
/// when a letter comes, and counts the frames of films, by what is sent: each is followed by a
/// question whether the terminal is well, and one that comes in several pieces has such questions
/// in its middle.
final class NarrowPane implements AutoCloseable {
    /// The letter that is typed; it stands nowhere else in what is sent.
    static final char LETTER = 'Q';

    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";
    private static final String WELL = "\u001b[5n";
    private static final String WHO = "\u001b[c";
    private static final int LONGEST = 8;

    private final PtyProcess process;
    private final int bytesPerSecond;
    private final List<Long> echoes = new ArrayList<>();
    private String recent = "";
    private boolean held;
    private boolean interrupted;
    private int sinceAsked;
    private long written;
    private int frames;
    private int torn;

    private NarrowPane(PtyProcess process, int bytesPerSecond) {
        this.process = process;
        this.bytesPerSecond = bytesPerSecond;
        // Not a virtual thread: reading a pseudo-terminal would hold on to its carrier.
        Thread.ofPlatform().daemon().start(this::read);
    }

    /// @param home of the member
    /// @param bytesPerSecond 0 for as many as there are
    static NarrowPane open(Path home, int width, int height, int bytesPerSecond)
            throws IOException {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put("TERM", "xterm-256color");
        all.put("COLORTERM", "truecolor");
        all.put("LC_ALL", "C.UTF-8");
        all.put("CHATBOIS_HOME", home.toString());
        all.remove("NO_COLOR");
        return new NarrowPane(
                new PtyProcessBuilder(new String[] {"./chatbois"})
                        .setEnvironment(all)
                        .setDirectory(Path.of("").toAbsolutePath().toString())
                        .setInitialColumns(width)
                        .setInitialRows(height)
                        .start(),
                bytesPerSecond);
    }

    long pid() {
        return process.pid();
    }

    void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    synchronized long written() {
        return written;
    }

    synchronized int frames() {
        return frames;
    }

    /// How many frames didn't come in one piece.
    synchronized int torn() {
        return torn;
    }

    /// Waits until so many frames have come.
    synchronized void awaitFrames(int count) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (frames < count) {
            if (System.nanoTime() > deadline) {
                throw new IOException("only " + frames + " frames have come");
            }
            wait(100);
        }
    }

    /// Types the letter and waits for its echo; says how long that took, in nanoseconds.
    long press() throws InterruptedException, IOException {
        int before;
        synchronized (this) {
            before = echoes.size();
        }
        long pressed = System.nanoTime();
        type(String.valueOf(LETTER));
        synchronized (this) {
            while (echoes.size() == before) {
                wait();
            }
            return echoes.getLast() - pressed;
        }
    }

    private void read() {
        int most = bytesPerSecond == 0 ? 8_192 : bytesPerSecond / 1_000;
        byte[] some = new byte[most];
        long free = System.nanoTime();
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                if (bytesPerSecond > 0) {
                    long now = System.nanoTime();
                    free = Math.max(free, now) + n * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
                    LockSupport.parkNanos(free - now);
                }
                take(new String(some, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            // The program has ended.
        }
    }

    private synchronized void take(String latin) throws IOException {
        written += latin.length();
        for (char one : latin.toCharArray()) {
            take(one);
        }
        notifyAll();
    }

    private void take(char one) throws IOException {
        sinceAsked++;
        recent += one;
        recent = recent.substring(Math.max(recent.length() - LONGEST, 0));
        if (one == LETTER) {
            echoes.add(System.nanoTime());
        } else if (recent.endsWith(BEGIN)) {
            held = true;
        } else if (recent.endsWith(END)) {
            held = false;
            torn += interrupted ? 1 : 0;
            frames += interrupted ? 1 : 0;
            interrupted = false;
        } else if (recent.endsWith(WHO)) {
            type("\u001b[?62;22c");
        } else if (recent.endsWith(WELL)) {
            asked();
        }
    }

    private void asked() throws IOException {
        type("\u001b[0n");
        if (held) {
            interrupted = true;
        } else if (sinceAsked > WELL.length()) {
            frames++;
        }
        sinceAsked = 0;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}

package chatbois.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What it costs to sit in a chat, beside WeeChat with the same messages: both in a terminal of the
/// same size, each started as its users start it, in turns.
///
/// WeeChat has no history to fetch: its messages are sent to it, over a connection without TLS, by
/// a server that does nothing else.
final class ScreenCost {
    private static final int ROUNDS = 3;
    private static final int KEYS = 40;

    /// Ctrl+U empties the input of both.
    private static final String CLEAR = "\u0015";

    private static final int SAID = 25;
    private static final long IDLE_MILLIS = 30_000;

    private ScreenCost() {}

    static void run(int messages) throws Exception {
        Path directory = Files.createTempDirectory("chatbois-bench");
        List<String> texts = IntStream.rangeClosed(2, messages + 1).mapToObj(Scene::text).toList();
        try (OurScreen ours = OurScreen.with(directory.resolve("ours"), messages);
                WeeChatScreen other = new WeeChatScreen(directory.resolve("weechat"), texts)) {
            List<ScreenSubject> both = List.of(ours, other);
            for (ScreenSubject subject : both) {
                subject.prepare();
            }
            System.out.println(
                    " | first frame, CPU ms | wall ms | caught up, CPU ms | idle "
                            + IDLE_MILLIS / 1_000
                            + " s, CPU ms | resident MiB | private MiB | bytes a key"
                            + " | bytes a message, its text apart");
            for (int round = 0; round < ROUNDS; round++) {
                for (ScreenSubject subject : both) {
                    System.out.println(subject.name() + measure(subject));
                }
            }
        }
    }

    private static String measure(ScreenSubject subject) throws Exception {
        long began = System.nanoTime();
        try (Pane pane = subject.open()) {
            ProcessCost cost = new ProcessCost(pane.pid());
            pane.awaitAnything();
            double wall = (System.nanoTime() - began) / 1e6;
            long firstFrame = cost.cpuMillis();
            subject.fill();
            String newest = "good morning at " + began; // no older one may stand for it
            subject.say(newest);
            pane.await(newest);
            pane.awaitIdle(); // what was said before may still be on its way
            long caughtUp = cost.cpuMillis();
            double key = bytesPerKey(pane);
            double message = bytesPerMessage(pane, subject);
            long idle = idleMillis(cost);
            return String.format(
                    Locale.ROOT,
                    " | %d | %.0f | %d | %d | %d | %d | %.0f | %.0f",
                    firstFrame,
                    wall,
                    caughtUp,
                    idle,
                    cost.residentKiB() >> 10,
                    cost.privateKiB() >> 10,
                    key,
                    message);
        }
    }

    private static double bytesPerKey(Pane pane) throws Exception {
        long before = pane.written();
        for (int key = 0; key < KEYS; key++) {
            pane.type(String.valueOf((char) ('a' + key % 26)));
            pane.awaitQuiet();
        }
        double written = (pane.written() - before) / (double) KEYS;
        // What is left in the input would be there again in the next round, as a draft.
        pane.type(CLEAR);
        pane.awaitQuiet();
        return written;
    }

    private static double bytesPerMessage(Pane pane, ScreenSubject subject) throws Exception {
        long before = pane.written();
        int letters = 0;
        for (String text : said(before)) {
            subject.say(text);
            pane.await(text);
            pane.awaitQuiet();
            letters += text.length();
        }
        return (pane.written() - before - letters) / (double) SAID;
    }

    /// @param first a number that makes them differ from those of other rounds
    private static List<String> said(long first) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < SAID; i++) {
            texts.add("live " + (first + i) + ": how about the lake on Saturday, ben brings bread");
        }
        return texts;
    }

    private static long idleMillis(ProcessCost cost) throws IOException, InterruptedException {
        long before = cost.cpuMillis();
        Thread.sleep(IDLE_MILLIS);
        return cost.cpuMillis() - before;
    }
}

package chatbois.client.session;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The newest notices. Guarded by the session's lock.
final class Notices {
    private static final int MOST = 100;

    private final Clock clock;
    private final Deque<Notice> newest = new ArrayDeque<>();
    private long last;

    Notices(Clock clock) {
        this.clock = clock;
    }

    void add(String sentence) {
        add(clock.millis(), sentence);
    }

    /// Something that happened at that time.
    void add(long time, String sentence) {
        add(time, sentence, /* quiet= */ false);
    }

    /// Something that is only good to know.
    void mention(String sentence) {
        add(clock.millis(), sentence, /* quiet= */ true);
    }

    private void add(long time, String sentence, boolean quiet) {
        newest.addLast(new Notice(++last, time, sentence, quiet));
        if (newest.size() > MOST) {
            newest.removeFirst();
        }
    }

    List<Notice> list() {
        return List.copyOf(newest);
    }
}

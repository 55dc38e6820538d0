package chatbois.server.net;

import chatbois.log.MemberId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Lets the devices of a member do one after the other what has to be told in the order in which it
/// was done. Safe for any thread.
public final class Turns {
    /// So many members at once, at most.
    private static final int WIDTH = 64;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(WIDTH).toArray(ReentrantLock[]::new);

    /// Does it when no other device of that member is at it.
    void take(MemberId member, Runnable task) {
        ReentrantLock lock = locks[Math.floorMod(member.hashCode(), WIDTH)];
        lock.lock();
        try {
            task.run();
        } finally {
            lock.unlock();
        }
    }
}

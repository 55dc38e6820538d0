package chatbois.server.live;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.ServerFrame;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A member's connection and how far it has been told each log that it follows.
///
/// There is one rule: what comes next is sent, and whoever missed something reads it from the store
/// from where it left off. A fresh reader, one that was too slow for a while and one that met a
/// burst are the same case. So what is queued for a client is bounded, and nobody waits for it.
///
/// Safe for any thread; its own monitor is the last lock taken.
public final class Connection {
    /// How long a client may take nothing before it is cut off.
    static final long PATIENCE_MILLIS = 20_000;

    private static final class Cursor {
        long next;
        long missed;
        boolean lagging = true;

        Cursor(long next) {
            this.next = next;
        }
    }

    private final MemberId member;
    private final VerifyKey device;
    private final Outlet outlet;
    private final Archive archive;

    @GuardedBy("this")
    private final Map<LogId, Cursor> cursors = new LinkedHashMap<>();

    @GuardedBy("this")
    private boolean catchingUp;

    @GuardedBy("this")
    private boolean closed;

    public Connection(MemberId member, VerifyKey device, Outlet outlet, Archive archive) {
        this.member = member;
        this.device = device;
        this.outlet = outlet;
        this.archive = archive;
    }

    public MemberId member() {
        return member;
    }

    public VerifyKey device() {
        return device;
    }

    /// Tells something that belongs to no log.
    void tell(Push push) {
        outlet.send(Frames.encode(new ServerFrame.Told(push)));
    }

    /// Says why, then ends the connection.
    public void close(Refusal why) {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        tell(new Push.Closing(why));
        outlet.close();
    }

    /// The client is gone.
    synchronized void gone() {
        closed = true;
        cursors.clear();
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// From here on the client is told everything in that log after the event `after`.
    synchronized void follow(LogId log, long after) {
        cursors.put(log, new Cursor(after + 1));
        catchUp();
    }

    synchronized void unfollow(LogId log) {
        cursors.remove(log);
    }

    synchronized Set<LogId> followed() {
        return Set.copyOf(cursors.keySet());
    }

    /// The events `first` to `last` of a log were written; `frame` tells them.
    synchronized void tell(LogId log, long first, long last, byte[] frame) {
        Cursor cursor = cursors.get(log);
        if (cursor == null || last < cursor.next) {
            return;
        }
        if (!cursor.lagging && first == cursor.next && !outlet.isCongested()) {
            outlet.send(frame);
            cursor.next = last + 1;
        } else {
            lag(cursor, last);
        }
    }

    /// The log grew to that size, but what was written has to be read from the store.
    synchronized void grew(LogId log, long size) {
        Cursor cursor = cursors.get(log);
        if (cursor != null && size >= cursor.next) {
            lag(cursor, size);
        }
    }

    /// The outlet can take more.
    public synchronized void roomAgain() {
        notifyAll();
    }

    /// Waits until the outlet can take more; false if the client takes nothing or is gone.
    public synchronized boolean awaitRoom() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (outlet.isCongested() && !closed) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !closed;
    }

    @GuardedBy("this")
    private void lag(Cursor cursor, long size) {
        cursor.lagging = true;
        cursor.missed = Math.max(cursor.missed, size);
        catchUp();
    }

    @GuardedBy("this")
    private void catchUp() {
        if (!catchingUp && !closed) {
            catchingUp = true;
            Thread.ofVirtual().name("catch-up").start(this::readOn);
        }
    }

    private void readOn() {
        try {
            while (awaitRoom()) {
                Optional<LogId> log = nextLagging();
                if (log.isEmpty()) {
                    return;
                }
                readOn(log.get());
            }
            cutOff();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            close(new Refusal(Refusal.Code.INTERNAL, "The server could not read its logs."));
        }
    }

    private synchronized Optional<LogId> nextLagging() {
        for (Map.Entry<LogId, Cursor> entry : cursors.entrySet()) {
            if (entry.getValue().lagging) {
                return Optional.of(entry.getKey());
            }
        }
        catchingUp = false;
        return Optional.empty();
    }

    private void readOn(LogId log) {
        long next;
        synchronized (this) {
            Cursor cursor = cursors.get(log);
            if (cursor == null) {
                return;
            }
            next = cursor.next;
        }
        Optional<Push.Events> page = archive.after(log, next);
        byte[] frame = page.map(p -> Frames.encode(new ServerFrame.Told(p))).orElse(new byte[0]);
        synchronized (this) {
            Cursor cursor = cursors.get(log);
            if (cursor == null || cursor.next != next) {
                return;
            }
            if (page.isPresent()) {
                outlet.send(frame);
                cursor.next = page.get().events().getLast().seq() + 1;
            } else if (cursor.missed < next) {
                cursor.lagging = false;
            }
        }
    }

    private void cutOff() {
        boolean slow;
        synchronized (this) {
            slow = !closed;
        }
        if (slow) {
            close(
                    new Refusal(
                            Refusal.Code.TOO_SLOW,
                            "The connection took nothing for a while; connect again to go on."));
        }
    }
}

package chatbois.server.live;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refused;
import chatbois.protocol.ServerFrame;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// A member's connection and how far it has been told each log that it follows.
///
/// There is one rule: what comes next is sent, and whoever missed something reads it from the store
/// from where it left off. A fresh reader, one that was too slow for a while and one that met a
/// burst are the same case. So what is queued for a client is bounded, and nobody waits for it.
///
/// Safe for any thread; its own monitor is the last lock taken.
public final class Connection {
    private static final class Cursor {
        long next;
        long missed;
        boolean lagging = true;

        Cursor(long next) {
            this.next = next;
        }
    }

    private final Caller caller;
    private final Outlet outlet;
    private final Archive archive;
    private final Duration patience;
    private volatile long lastAsked;
    private volatile boolean gone;

    @GuardedBy("this")
    private final Map<LogId, Cursor> cursors = new LinkedHashMap<>();

    @GuardedBy("this")
    private boolean catchingUp;

    @GuardedBy("this")
    private boolean closed;

    @GuardedBy("this")
    private Optional<Refusal.Code> why = Optional.empty();

    /// @param patience how long the client may take nothing before it is cut off
    public Connection(Caller caller, Outlet outlet, Archive archive, Duration patience) {
        this.caller = caller;
        this.lastAsked = caller.since();
        this.outlet = outlet;
        this.archive = archive;
        this.patience = patience;
    }

    public MemberId member() {
        return caller.member();
    }

    public VerifyKey device() {
        return caller.device();
    }

    public Caller caller() {
        return caller;
    }

    /// The client has asked for something at that time, milliseconds since 1970.
    public void asked(long time) {
        lastAsked = time;
    }

    /// When the client asked for something last.
    long lastAsked() {
        return lastAsked;
    }

    /// Tells something that belongs to no log and so can't be read again later: a client that does
    /// not take it in time has to connect anew.
    void tell(Push push) {
        if (outlet.isOverfull()) {
            cutOff();
            return;
        }
        send(push);
        if (outlet.isCongested()) {
            catchUp();
        }
    }

    /// Whether so much waits for the client that what may be left out should be.
    boolean isCongested() {
        return outlet.isCongested();
    }

    /// Tells something that may as well be left out.
    void hint(byte[] frame) {
        if (!outlet.isCongested()) {
            outlet.send(frame);
        }
    }

    private void send(Push push) {
        outlet.send(Frames.encode(new ServerFrame.Told(push)));
    }

    /// Says why, then ends the connection.
    public void close(Refusal refusal) {
        synchronized (this) {
            closed = true;
            why = why.or(() -> Optional.of(refusal.code()));
            notifyAll();
        }
        send(new Push.Closing(refusal));
        outlet.close();
    }

    /// Why the server ended the connection, if it did.
    public synchronized Optional<Refusal.Code> closedWhy() {
        return why;
    }

    /// The client is gone; returns the logs that it followed.
    synchronized Set<LogId> gone() {
        gone = true;
        closed = true;
        Set<LogId> followed = Set.copyOf(cursors.keySet());
        cursors.clear();
        notifyAll();
        return followed;
    }

    /// Whether the client is gone.
    boolean isGone() {
        return gone;
    }

    /// From here on the client is told everything in that log after the event `after`; false if it
    /// is gone.
    synchronized boolean follow(LogId log, long after) {
        if (closed) {
            return false;
        }
        cursors.put(log, new Cursor(after + 1));
        catchUp();
        return true;
    }

    synchronized void unfollow(LogId log) {
        cursors.remove(log);
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

    /// Waits until the outlet can take more; false if the client takes nothing or is gone. One that
    /// takes a little now and then, over a slow line, is waited for.
    public synchronized boolean awaitRoom() throws InterruptedException {
        long least = Long.MAX_VALUE;
        long deadline = System.nanoTime();
        while (outlet.isCongested() && !closed) {
            long backlog = outlet.backlog();
            if (backlog < least) {
                least = backlog;
                deadline = System.nanoTime() + patience.toNanos();
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, patience.toNanos() / 4));
        }
        return !closed;
    }

    @GuardedBy("this")
    private void lag(Cursor cursor, long size) {
        cursor.lagging = true;
        cursor.missed = Math.max(cursor.missed, size);
        catchUp();
    }

    private synchronized void catchUp() {
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
        } catch (RejectedExecutionException e) {
            // The event loops have ended, and the connection with them.
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
        Optional<Push.Events> page;
        try {
            page = archive.after(log, next, member());
        } catch (Refused e) {
            unfollow(log);
            return;
        }
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

    /// Ends the connection of a client that takes nothing.
    public void cutOff() {
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

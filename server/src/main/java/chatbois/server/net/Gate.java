package chatbois.server.net;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.InetAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/// Bounds what one address can do to the server: how many connections it holds, and how many logins
/// it may get wrong in a minute. Safe for any thread.
final class Gate {
    private static final int FAILURES = 20;
    private static final long FORGIVEN_AFTER_MILLIS = 60_000;
    private static final long TOLD_EVERY_MILLIS = 10_000;
    private static final int REMEMBERED = 10_000;

    private static final class Visitor {
        int connections;
        int failures;
        long firstFailure;
        long lastTold;
    }

    private final int connectionsPerAddress;
    private final Clock clock;

    @GuardedBy("this")
    private final Map<InetAddress, Visitor> visitors = new HashMap<>();

    /// @param connectionsPerAddress 0 for any number
    Gate(int connectionsPerAddress, Clock clock) {
        this.connectionsPerAddress = connectionsPerAddress;
        this.clock = clock;
    }

    /// Whether one more connection may come in; if so, [#left] has to follow.
    synchronized boolean enters(InetAddress address) {
        Visitor visitor = visitors.computeIfAbsent(address, _ -> new Visitor());
        if (connectionsPerAddress > 0 && visitor.connections >= connectionsPerAddress) {
            return false;
        }
        visitor.connections++;
        return true;
    }

    /// Whether to write down that the address was turned away: not every time, or a stranger could
    /// fill the host's disk with lines.
    synchronized boolean tellsRefusal(InetAddress address) {
        Visitor visitor = visitors.get(address);
        long now = clock.millis();
        if (visitor == null || now - visitor.lastTold < TOLD_EVERY_MILLIS) {
            return false;
        }
        visitor.lastTold = now;
        return true;
    }

    synchronized void left(InetAddress address) {
        Visitor visitor = visitors.get(address);
        if (visitor != null) {
            visitor.connections--;
            forgive(visitor);
            if (visitor.connections == 0 && visitor.failures == 0) {
                visitors.remove(address);
            }
        }
    }

    synchronized void failed(InetAddress address) {
        Visitor visitor = visitors.computeIfAbsent(address, _ -> new Visitor());
        forgive(visitor);
        if (visitor.failures == 0) {
            visitor.firstFailure = clock.millis();
        }
        visitor.failures++;
        forgetSome();
    }

    synchronized boolean mayTry(InetAddress address) {
        Visitor visitor = visitors.get(address);
        if (visitor == null) {
            return true;
        }
        forgive(visitor);
        return visitor.failures < FAILURES;
    }

    private void forgive(Visitor visitor) {
        if (clock.millis() - visitor.firstFailure > FORGIVEN_AFTER_MILLIS) {
            visitor.failures = 0;
        }
    }

    // Addresses are cheap for an attacker: the memory of failures is bounded, not the attempts.
    @GuardedBy("this")
    private void forgetSome() {
        Iterator<Visitor> all = visitors.values().iterator();
        while (visitors.size() > REMEMBERED && all.hasNext()) {
            if (all.next().connections == 0) {
                all.remove();
            }
        }
    }
}

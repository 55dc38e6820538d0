package chatbois.app;

import chatbois.client.link.Dialer;
import chatbois.client.link.Wire;
import chatbois.log.Bytes32;
import chatbois.protocol.Address;
import chatbois.protocol.ServerInfo;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Real connections that break on command, or after so many frames in either direction: the frame
/// at which it breaks is lost.
final class CuttingDialer implements Dialer {
    private final Dialer real = Dialer.overTls();
    private final List<Wire> wires = new CopyOnWriteArrayList<>();
    private final AtomicInteger framesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean unreachable;

    /// Breaks the next connections once, after that many frames.
    void cutAfter(int frames) {
        framesLeft.set(frames);
    }

    /// Breaks all connections.
    void cutNow() {
        wires.forEach(Wire::close);
        wires.clear();
    }

    /// No connection comes about until it is reachable again.
    void unreachable(boolean now) {
        unreachable = now;
    }

    private boolean breaks() {
        if (framesLeft.decrementAndGet() == 0) {
            framesLeft.set(Integer.MAX_VALUE);
            cutNow();
            return true;
        }
        return false;
    }

    @Override
    public Wire dial(Address address, Wire.Receiver receiver) throws IOException {
        if (unreachable) {
            throw new IOException("No way to " + address + ".");
        }
        Wire wire = real.dial(address, new BreakingReceiver(receiver));
        wires.add(wire);
        return new BreakingWire(wire);
    }

    @Override
    public ServerInfo info(Address address) throws IOException {
        return real.info(address);
    }

    private final class BreakingWire implements Wire {
        private final Wire wire;

        BreakingWire(Wire wire) {
            this.wire = wire;
        }

        @Override
        public Bytes32 tlsKey() {
            return wire.tlsKey();
        }

        @Override
        public void send(byte[] frame) {
            if (!breaks()) {
                wire.send(frame);
            }
        }

        @Override
        public void ping() {
            wire.ping();
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    private final class BreakingReceiver implements Wire.Receiver {
        private final Wire.Receiver receiver;

        BreakingReceiver(Wire.Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void frame(byte[] frame) {
            if (!breaks()) {
                receiver.frame(frame);
            }
        }

        @Override
        public void pong() {
            receiver.pong();
        }

        @Override
        public void closed(String why) {
            receiver.closed(why);
        }
    }
}

package chatbois.app.fault;

import chatbois.protocol.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A cable between clients and a server that breaks after a given number of bytes.
final class Proxy implements AutoCloseable {
    /// Which way bytes go.
    enum Direction {
        UP,
        DOWN
    }

    /// A cable never breaks by itself after so many bytes.
    static final int NEVER = Integer.MAX_VALUE;

    private static final int TLS_HEADER = 5;

    private final Address server;
    private final ServerSocket door;
    private volatile Direction direction = Direction.UP;
    private volatile int breaksAfter = NEVER;
    private volatile Cable last;

    Proxy(Address server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.last = new Cable(NEVER, NEVER);
        Thread.ofVirtual().start(this::accept);
    }

    Address address() {
        return new Address("127.0.0.1", door.getLocalPort());
    }

    /// From now on each connection breaks after so many bytes in that direction.
    void breakAfter(Direction way, int bytes) {
        direction = way;
        breaksAfter = bytes;
    }

    /// Where the TLS records of the last connection ended, in bytes from its start.
    List<Integer> boundaries(Direction way) {
        return last.flow(way).boundaries();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket upstream = new Socket(server.host(), server.port());
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                boolean up = direction == Direction.UP;
                Cable cable = new Cable(up ? breaksAfter : NEVER, up ? NEVER : breaksAfter);
                last = cable;
                Thread.ofVirtual().start(() -> pump(client, upstream, cable.up));
                Thread.ofVirtual().start(() -> pump(upstream, client, cable.down));
            }
        } catch (IOException e) {
            // The door is closed: no more clients.
        }
    }

    private static void pump(Socket from, Socket to, Flow flow) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[16 * 1024];
            int count = in.read(bytes, 0, flow.room(bytes.length));
            while (count > 0) {
                flow.took(bytes, count);
                out.write(bytes, 0, count);
                int room = flow.room(bytes.length);
                count = room == 0 ? 0 : in.read(bytes, 0, room);
            }
        } catch (IOException e) {
            // Cut from the other side.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private record Cable(Flow up, Flow down) {
        Cable(int up, int down) {
            this(new Flow(up), new Flow(down));
        }

        Flow flow(Direction way) {
            return way == Direction.UP ? up : down;
        }
    }

    /// Counts the bytes that went one way, and knows TLS records by their headers.
    private static final class Flow {
        private final int breaksAfter;
        private final List<Integer> boundaries = new ArrayList<>();
        private final byte[] header = new byte[TLS_HEADER];
        private int taken;
        private int start;
        private int end;

        Flow(int breaksAfter) {
            this.breaksAfter = breaksAfter;
        }

        int room(int most) {
            return Math.min(most, breaksAfter - taken);
        }

        synchronized void took(byte[] bytes, int count) {
            for (int i = 0; i < count; i++, taken++) {
                if (taken == end) {
                    start = taken;
                    end = NEVER;
                }
                if (taken - start < TLS_HEADER) {
                    header[taken - start] = bytes[i];
                }
                if (taken - start == TLS_HEADER - 1) {
                    int length = (header[3] & 0xFF) << 8 | header[4] & 0xFF;
                    end = start + TLS_HEADER + length;
                    boundaries.add(end);
                }
            }
        }

        synchronized List<Integer> boundaries() {
            return List.copyOf(boundaries);
        }
    }
}

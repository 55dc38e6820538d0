package chatbois.app;

import chatbois.client.link.Dialer;
import chatbois.client.link.Wire;
import chatbois.protocol.Address;
import chatbois.protocol.ServerInfo;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// Real connections that come about only when they may.
final class SlowDialer implements Dialer {
    private final Dialer real = Dialer.overTls();
    private final CountDownLatch may = new CountDownLatch(1);

    void letThrough() {
        may.countDown();
    }

    @Override
    public Wire dial(Address address, Wire.Receiver receiver) throws IOException {
        try {
            may.await();
        } catch (InterruptedException e) {
            throw new IOException("No time for that.", e);
        }
        return real.dial(address, receiver);
    }

    @Override
    public ServerInfo info(Address address) throws IOException {
        return real.info(address);
    }
}

package chatbois.client.link;

import chatbois.protocol.Address;
import chatbois.protocol.ServerInfo;
import java.io.IOException;

/// Reaches servers: the border to the network.
public interface Dialer {
    /// Waits until the connection stands, 10 s at most.
    Wire dial(Address address, Wire.Receiver receiver) throws IOException;

    /// What the server tells everybody. Nothing proves it: for a first look only.
    ServerInfo info(Address address) throws IOException;

    /// By WebSocket over TLS 1.3.
    static Dialer overTls() {
        return new TlsDialer();
    }
}

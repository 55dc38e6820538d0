package chatbois.server;

import chatbois.protocol.Handshake;
import chatbois.protocol.Push;
import chatbois.protocol.Request;

/// A second connection of a member's device.
record Second(Wire wire) {
    static Second of(House house, Client member) throws Exception {
        Wire wire = house.wire();
        Handshake handshake = member.hello(wire);
        wire.ask(new Request.Login(member.key.verifyKey(), handshake.signAsDevice(member.key)));
        return new Second(wire);
    }

    /// The next marker that it is told.
    Push.Marked marked() throws Exception {
        while (true) {
            if (wire.next() instanceof Push.Marked marked) {
                return marked;
            }
        }
    }
}

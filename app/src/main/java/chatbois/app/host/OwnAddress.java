package chatbois.app.host;

import chatbois.protocol.Address;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;

/// Guesses the address under which others can reach this machine: an IPv4 address of an interface
/// that is up, public before private.
final class OwnAddress {
    private OwnAddress() {}

    /// What listens on one address only is reached by that one.
    static String of(Address listening) {
        return listening.host().matches("0\\.0\\.0\\.0|::|") ? guess() : listening.host();
    }

    private static String guess() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(OwnAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(a -> a instanceof Inet4Address && !a.isLinkLocalAddress())
                    .min(Comparator.comparing(InetAddress::isSiteLocalAddress))
                    .map(InetAddress::getHostAddress)
                    .orElse("127.0.0.1");
        } catch (SocketException e) {
            return "127.0.0.1";
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}

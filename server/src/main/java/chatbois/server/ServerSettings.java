package chatbois.server;

import chatbois.protocol.Address;
import chatbois.server.live.Timing;

/// How a server runs, as opposed to what it serves.
///
/// @param listen the host and port to listen on; port 0 takes any free one
/// @param connectionsPerAddress how many connections one address may hold, 0 for any number
/// @param timing how long it waits for its clients
/// @param version of the program, as members are told
public record ServerSettings(
        Address listen, int connectionsPerAddress, Timing timing, String version) {
    private static final String NO_VERSION = "0 (not packaged)";
    public static final Address DEFAULT_LISTEN = new Address("0.0.0.0", Address.DEFAULT_PORT);
    public static final int DEFAULT_CONNECTIONS_PER_ADDRESS = 256;

    public ServerSettings(Address listen, int connectionsPerAddress) {
        this(listen, connectionsPerAddress, Timing.DEFAULT);
    }

    public ServerSettings(Address listen, int connectionsPerAddress, Timing timing) {
        this(listen, connectionsPerAddress, timing, NO_VERSION);
    }
}

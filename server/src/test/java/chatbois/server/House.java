package chatbois.server;

import chatbois.log.LogId;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.protocol.event.EventBody;
import chatbois.server.journal.Journal;
import chatbois.server.live.Timing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// A community in a test: a real server on a free port of the loopback, in a directory of its own.
final class House implements AutoCloseable {
    static final SecureRandom RANDOM = new SecureRandom();
    static final Address ANY_PORT = new Address("127.0.0.1", 0);

    final HandClock clock = new HandClock();
    final SigningKey recovery = SigningKey.generate(RANDOM);
    final Path data;
    final LogId community;
    final VerifyKey serverKey;

    final Lines journal = new Lines();

    private final InviteCode open = InviteCode.generate(RANDOM);
    private ServerSettings settings = new ServerSettings(ANY_PORT, 0);
    private @Nullable Client owner;
    private @Nullable Server server;

    private House(Path data, int maxMembers) throws IOException {
        this.data = data;
        try (Foundation foundation = Foundation.open(data)) {
            FoundingPlan plan =
                    new FoundingPlan("The House", new Address("chat.example", 7777), maxMembers);
            foundation.found(plan, recovery, RANDOM, clock);
            community = foundation.genesis().genesis().communityId();
            serverKey = foundation.serverKey().verifyKey();
        }
    }

    /// A community that nobody has joined, with its server running.
    static House found(Path data) throws IOException {
        return found(data, 1_000);
    }

    static House found(Path data, int maxMembers) throws IOException {
        House house = new House(data, maxMembers);
        house.start();
        return house;
    }

    void start() throws IOException {
        Foundation foundation = Foundation.open(data);
        PrintStream lines = new PrintStream(journal, true, StandardCharsets.UTF_8);
        server = foundation.start(settings, new Journal(lines, clock), clock);
    }

    void stop() {
        server().close();
        server = null;
    }

    void restart() throws IOException {
        stop();
        start();
    }

    void restart(Timing timing) throws IOException {
        settings = new ServerSettings(ANY_PORT, 0, timing);
        restart();
    }

    void restart(int connectionsPerAddress) throws IOException {
        settings = new ServerSettings(ANY_PORT, connectionsPerAddress);
        restart();
    }

    Server server() {
        Server running = server;
        if (running == null) {
            throw new IllegalStateException("the server is not running");
        }
        return running;
    }

    Address address() {
        return server().address();
    }

    Wire wire() throws Exception {
        return Wire.open(address());
    }

    InviteCode ownersInvite() throws IOException {
        return Invite.parse(Files.readString(data.resolve("owner.invite"))).code();
    }

    /// The owner, who comes in when first asked for and leaves an invite for everybody.
    Client owner() throws Exception {
        Client known = owner;
        if (known == null) {
            known = new Client(this);
            owner = known;
            known.register(ownersInvite(), "owner");
            known.write(community, new EventBody.InviteMade(open.verifyKey(), 1_000, 0));
        }
        return known;
    }

    /// Somebody new, logged in.
    Client member(String name) throws Exception {
        owner();
        Client client = new Client(this);
        client.register(open, name);
        return client;
    }

    /// The secret of an invite that everybody may use.
    InviteCode invite() throws Exception {
        owner();
        return open;
    }

    @Override
    public void close() {
        if (server != null) {
            stop();
        }
    }
}

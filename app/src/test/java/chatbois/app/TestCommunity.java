package chatbois.app;

import chatbois.client.home.Home;
import chatbois.client.link.Dialer;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import chatbois.server.Foundation;
import chatbois.server.FoundingPlan;
import chatbois.server.Server;
import chatbois.server.ServerSettings;
import chatbois.server.journal.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A real server in this process and real members of it, whose homes lie beside its data.
final class TestCommunity implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Path directory;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Journal journal =
            new Journal(new PrintStream(OutputStream.nullOutputStream()), clock);
    private final Map<String, Home> homes = new ConcurrentHashMap<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Invite ownerInvite;
    private Server server;

    TestCommunity(Path directory) throws Exception {
        this.directory = directory;
        Foundation foundation = Foundation.open(directory.resolve("server"));
        found(foundation);
        Invite published = Invite.parse(foundation.ownerInvite().orElseThrow());
        server = foundation.start(settings(0), journal, clock);
        ownerInvite = here(published);
    }

    private static ServerSettings settings(int port) {
        return new ServerSettings(new Address("127.0.0.1", port), 0);
    }

    /// The invite with the port that the server happens to have.
    private Invite here(Invite invite) {
        return new Invite(server.address(), invite.code(), invite.community());
    }

    Address address() {
        return server.address();
    }

    Invite ownerInvite() {
        return ownerInvite;
    }

    Home home(String member) {
        // Two for one folder would lock each other out within one process.
        return homes.computeIfAbsent(member, name -> new Home(directory.resolve(name)));
    }

    Outside outside(Dialer dialer) {
        return new Outside(dialer, clock, random);
    }

    /// The owner, who must come in first.
    Session owner(String name) throws Exception {
        return join(ownerInvite, name, Dialer.overTls());
    }

    /// A member whom another one invites.
    Session invited(Session by, String name) throws Exception {
        return invited(by, name, Dialer.overTls());
    }

    Session invited(Session by, String name, Dialer dialer) throws Exception {
        Invite invite = by.makeInvite(Role.MEMBER, 1, null).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return join(invite, name, dialer);
    }

    Session join(Invite invite, String name, Dialer dialer) throws Exception {
        Session session =
                Session.join(home(name), invite, new MemberName(name), outside(dialer), () -> {});
        return online(session);
    }

    /// A member who comes back after the program has ended.
    Session again(String name) throws Exception {
        return online(
                Session.open(
                        home(name).folder(ownerInvite.community()),
                        outside(Dialer.overTls()),
                        () -> {}));
    }

    Session online(Session session) throws Exception {
        sessions.add(session);
        session.online().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return session;
    }

    /// Waits until the end that somebody planned has come.
    void awaitPlannedEnd() throws Exception {
        server.plannedEnd().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void stopServer() {
        server.close();
    }

    /// What is wrong with what the stopped server has saved.
    List<String> findings() throws IOException {
        try (Foundation foundation = Foundation.open(directory.resolve("server"))) {
            return foundation.check();
        }
    }

    /// Starts the server again, at the same place.
    void startServer() throws IOException {
        int port = ownerInvite.address().port();
        server = Foundation.open(directory.resolve("server")).start(settings(port), journal, clock);
    }

    /// Copies what the stopped server has saved.
    void backUp() throws IOException {
        copy(directory.resolve("server"), directory.resolve("backup"));
    }

    /// Makes of the stopped server what it was when it was copied.
    void restore() throws IOException {
        copy(directory.resolve("backup"), directory.resolve("server"));
    }

    /// Starts a server that was founded anew, at the same place.
    void replaceServer() throws IOException {
        int port = ownerInvite.address().port();
        Foundation other = Foundation.open(directory.resolve("other"));
        found(other);
        server = other.start(settings(port), journal, clock);
    }

    private void found(Foundation foundation) throws IOException {
        foundation.found(
                new FoundingPlan("The Shed", new Address("127.0.0.1", 7777), 100),
                SigningKey.generate(random),
                random,
                clock);
    }

    /// Makes a folder what another one is.
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> old = Files.list(to)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void await(String what, BooleanSupplier until) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!until.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it didn't come to it that " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        sessions.forEach(Session::close);
        server.close();
    }
}

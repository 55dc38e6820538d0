package chatbois.server;

import chatbois.log.SignedGenesis;
import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.BackupName;
import chatbois.protocol.view.PlannedEnd;
import chatbois.server.backup.Backups;
import chatbois.server.community.Community;
import chatbois.server.community.Ledger;
import chatbois.server.community.Writer;
import chatbois.server.control.Control;
import chatbois.server.control.Countdown;
import chatbois.server.control.Retention;
import chatbois.server.files.Downloads;
import chatbois.server.files.Lanes;
import chatbois.server.files.Orphans;
import chatbois.server.files.Shelf;
import chatbois.server.files.Uploads;
import chatbois.server.journal.Journal;
import chatbois.server.live.Archive;
import chatbois.server.live.Attendance;
import chatbois.server.live.Live;
import chatbois.server.live.Relay;
import chatbois.server.live.Summaries;
import chatbois.server.live.Typists;
import chatbois.server.names.Suggestions;
import chatbois.server.net.AddressBans;
import chatbois.server.net.Blocks;
import chatbois.server.net.Hall;
import chatbois.server.net.Listener;
import chatbois.server.net.Pace;
import chatbois.server.net.Privacies;
import chatbois.server.net.Registry;
import chatbois.server.net.Sight;
import chatbois.server.net.TlsIdentity;
import chatbois.server.net.Turns;
import chatbois.server.search.Indexer;
import chatbois.server.search.Search;
import chatbois.server.store.SearchFile;
import chatbois.server.store.Store;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/// A running server: the place where its parts are put together.
public final class Server implements AutoCloseable {
    private final Foundation foundation;
    private final Journal journal;
    private final Store store;
    private final Community community;
    private final Live live;
    private final Attendance attendance;
    private final Writer writer;
    private final Backups backups;
    private final Countdown countdown;
    private final Retention retention;
    private final Lanes lanes;
    private final Indexer indexer;
    private final Listener listener;

    private Server(
            Foundation foundation,
            ServerSettings settings,
            SignedGenesis genesis,
            Journal journal,
            Clock clock)
            throws IOException {
        this.foundation = foundation;
        this.journal = journal;
        SigningKey key = foundation.serverKey();
        if (!key.verifyKey().equals(genesis.genesis().server())) {
            throw new IOException(
                    "server.key and genesis in "
                            + foundation.path()
                            + " don't belong together; put both back from a backup");
        }
        TlsIdentity tls = foundation.tls();
        store = Store.open(foundation.path());
        community = new Community(genesis.genesis().communityId(), key.verifyKey(), clock);
        Suggestions suggestions = new Suggestions(community);
        community.watch(suggestions);
        boolean own =
                store.read(reader -> {
                    community.load(reader);
                    suggestions.load(reader);
                    return reader.logs().stream().anyMatch(row -> row.log().equals(community.id()));
                });
        if (!own) {
            store.close();
            throw new IOException(
                    "chatbois.db in "
                            + foundation.path()
                            + " is not this community's; put it back from a backup");
        }
        Summaries summaries = new Summaries(community, store);
        Archive archive = new Archive(community, store, key);
        live =
                new Live(
                        summaries,
                        community::whyNot,
                        failure -> journal.fault("telling_failed", failure));
        Ledger ledger = new Ledger(store.transaction(), community.id(), key, clock);
        Shelf shelf = new Shelf(foundation.path());
        backups = new Backups(foundation.path(), store, shelf, clock, new BackupLines(journal));
        Control control =
                new Control(
                        new Control.Sources(foundation.path(), store, shelf, live, backups),
                        journal,
                        foundation::keepLogLevel,
                        clock,
                        settings.version());
        countdown = new Countdown(clock, journal);
        SearchFile searchFile = SearchFile.open(foundation.path());
        indexer = new Indexer(store, searchFile, community.id(), journal);
        retention = new Retention(store, community, journal, clock, indexer::forget);
        writer =
                new Writer(
                        store,
                        community,
                        ledger,
                        commit -> {
                            suggestions.told(commit);
                            live.told(commit);
                            control.take(commit);
                            countdown.take(commit);
                            retention.take(commit);
                            indexer.take(commit);
                        },
                        failure -> journal.fault("store_failed", failure));
        journal.level(foundation.logLevel());
        live.start();
        writer.start();
        indexer.start();
        Blocks blocks = new Blocks(store.read(reader -> reader.personal().blocks()), writer);
        Privacies privacies =
                new Privacies(store.read(reader -> reader.personal().privacies()), writer);
        Registry registry = new Registry(community, blocks, privacies, live, writer, store, clock);
        Sight sight = new Sight(community, blocks, privacies, registry);
        attendance = new Attendance(sight, failure -> journal.fault("telling_failed", failure));
        attendance.start();
        lanes = new Lanes();
        Uploads.Sources sources = new Uploads.Sources(shelf, lanes, store, community, writer);
        Hall hall =
                new Hall(
                        genesis,
                        key,
                        tls.keyHash(),
                        community,
                        writer,
                        archive,
                        summaries,
                        live,
                        backups,
                        control,
                        retention,
                        new Uploads(sources, journal, clock),
                        new Downloads(shelf, lanes, store, community, journal),
                        suggestions,
                        new Search(community, store, searchFile, indexer),
                        settings.timing(),
                        new Pace(clock),
                        new Turns(),
                        new AddressBans(
                                store.read(reader -> reader.personal().addressBans()),
                                writer,
                                clock),
                        blocks,
                        privacies,
                        sight,
                        attendance,
                        registry,
                        new Relay(new SecureRandom(), clock),
                        new Typists(),
                        clock);
        listener = listen(settings, tls, hall, clock);
        retention.start(writer, new Orphans(shelf, store, writer, journal, clock));
        countdown.resume(community.look(view -> view.plannedEnd(clock.millis())));
    }

    static Server start(
            Foundation foundation, ServerSettings settings, Journal journal, Clock clock)
            throws IOException {
        Server server = new Server(foundation, settings, foundation.genesis(), journal, clock);
        if (server.hasMembers()) {
            foundation.forgetOwnerInvite();
        }
        journal.info(
                "listening",
                "address",
                server.address(),
                "members",
                server.community.look(view -> view.members().size()));
        return server;
    }

    /// Fails if nobody can listen there now; asked before a founding, which fixes the address.
    public static void probe(Address listen) throws IOException {
        Listener.probe(new InetSocketAddress(listen.host(), listen.port()));
    }

    /// Where it listens.
    public Address address() {
        InetSocketAddress bound = listener.address();
        return new Address(bound.getAddress().getHostAddress(), bound.getPort());
    }

    public String name() {
        return community.look(view -> view.name());
    }

    /// Whether the owner has come in.
    public boolean hasMembers() {
        return community.look(view -> !view.members().isEmpty());
    }

    /// Completes when the end that members planned has come; then it is to be closed, on another
    /// thread.
    public CompletableFuture<PlannedEnd> plannedEnd() {
        return countdown.over();
    }

    /// Takes no new connections, says goodbye to the open ones, writes what waits, and gives the
    /// data directory free. Ends within five seconds.
    @Override
    public void close() {
        listener.stopAccepting();
        countdown.close();
        retention.close();
        backups.close();
        lanes.close();
        writer.close();
        attendance.close();
        live.close(countdown.goodbye());
        listener.close();
        indexer.close();
        store.close();
        try {
            foundation.close();
        } catch (IOException e) {
            journal.fault("unlock_failed", e);
        }
        journal.info("stopped");
    }

    /// Writes down how backups went.
    private record BackupLines(Journal journal) implements Backups.Listener {
        @Override
        public void made(BackupName name, long size) {
            journal.info("backup_made", "name", name, "size", size);
        }

        @Override
        public void failed(Exception why) {
            journal.fault("backup_failed", why);
        }
    }

    private Listener listen(ServerSettings settings, TlsIdentity tls, Hall hall, Clock clock)
            throws IOException {
        try {
            return Listener.open(
                    new InetSocketAddress(settings.listen().host(), settings.listen().port()),
                    settings.connectionsPerAddress(),
                    tls,
                    hall,
                    journal,
                    clock);
        } catch (IOException e) {
            countdown.close();
            lanes.close();
            writer.close();
            attendance.close();
            live.close();
            indexer.close();
            store.close();
            throw e;
        }
    }
}

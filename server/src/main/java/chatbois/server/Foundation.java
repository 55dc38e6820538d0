package chatbois.server;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SignedGenesis;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Address;
import chatbois.protocol.Frames;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.protocol.LogLevel;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.protocol.view.CommunityView;
import chatbois.server.backup.Backups;
import chatbois.server.community.Ledger;
import chatbois.server.journal.Journal;
import chatbois.server.net.TlsIdentity;
import chatbois.server.store.Store;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The ground that a server stands on: its data directory, taken for this process, founded or not
/// yet.
public final class Foundation implements AutoCloseable {
    private static final String KEY = "server.key";
    private static final String TLS = "tls.pem";
    static final String GENESIS = "genesis";
    private static final String OWNER_INVITE = "owner.invite";
    private static final String LOG_LEVEL = "log.level";

    private final DataDirectory directory;

    private Foundation(DataDirectory directory) {
        this.directory = directory;
    }

    /// Takes the directory; fails if another server has it.
    public static Foundation open(Path data) throws IOException {
        return new Foundation(DataDirectory.open(data));
    }

    /// Whether a community was founded here before. Fails if one was, but its genesis is lost:
    /// founding another in its place would destroy it.
    public boolean isFounded() throws IOException {
        if (directory.read(GENESIS).isPresent()) {
            return true;
        }
        if (!Store.isBlank(directory.path())) {
            throw new IOException(
                    directory.path().resolve(GENESIS)
                            + " is missing, but a community's events are there; put it back from a"
                            + " backup, or choose another --data");
        }
        return false;
    }

    /// Founds the community. The genesis file is written last: without it there is no community,
    /// and a founding that was broken off is begun anew.
    ///
    /// @param recovery only its public half is kept
    public void found(FoundingPlan plan, SigningKey recovery, SecureRandom random, Clock clock)
            throws IOException {
        if (isFounded()) {
            throw new IOException("a community was founded in " + directory.path() + " before");
        }
        for (String leftover : List.of("", "-wal", "-shm")) {
            directory.delete(Store.FILE + leftover);
        }
        SigningKey server = SigningKey.generate(random);
        SignedGenesis genesis = SignedGenesis.sign(plan.address().toString(), recovery, server);
        LogId community = genesis.genesis().communityId();
        InviteCode code = InviteCode.generate(random);
        SignedEvent first = firstEvent(plan, community, server, code, random, clock);
        directory.write(KEY, Birth.write(server));
        directory.write(TLS, TlsIdentity.generate(random).pem());
        directory.write(OWNER_INVITE, new Invite(plan.address(), code, community).line() + "\n");
        try (Store store = Store.create(directory.path())) {
            Ledger ledger = new Ledger(store.transaction(), community, server, clock);
            ledger.append(first);
            ledger.commit();
        }
        directory.write(GENESIS, Birth.write(genesis));
    }

    /// Refuses a plan that breaks the rules of the community's own log.
    public static void check(FoundingPlan plan, SecureRandom random, Clock clock) {
        SigningKey nobody = SigningKey.generate(random);
        LogId nowhere = new LogId(Bytes32.of(new byte[Bytes32.LENGTH]));
        firstEvent(plan, nowhere, nobody, InviteCode.generate(random), random, clock);
    }

    private static SignedEvent firstEvent(
            FoundingPlan plan,
            LogId community,
            SigningKey server,
            InviteCode code,
            SecureRandom random,
            Clock clock) {
        EventBody.Founded founded =
                new EventBody.Founded(plan.name(), plan.maxMembers(), code.verifyKey());
        Content content = Content.salted(Frames.encodeBody(founded), random);
        Header header =
                new Header(
                        community,
                        MemberId.SERVER,
                        server.verifyKey(),
                        1,
                        TreeHead.EMPTY,
                        clock.millis(),
                        Kind.FOUNDED.code(),
                        content.commitment());
        new CommunityView(community, server.verifyKey()).check(header, founded, clock.millis());
        return SignedEvent.sign(header, content, server);
    }

    /// Loads the state and opens the port. The server keeps this foundation and closes it.
    public Server start(ServerSettings settings, Journal journal, Clock clock) throws IOException {
        return Server.start(this, settings, journal, clock);
    }

    /// Looks through everything that is stored; empty means that all is as it was written.
    public List<String> check() throws IOException {
        return inspect().findings();
    }

    /// Looks through everything that is stored, and counts it.
    Inspection.Report inspect() throws IOException {
        SignedGenesis genesis = genesis();
        List<String> findings = new ArrayList<>();
        try {
            if (!serverKey().verifyKey().equals(genesis.genesis().server())) {
                findings.add("server.key is not the key that genesis names");
            }
            tls();
        } catch (IOException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
        try (Store store = Store.open(directory.path())) {
            store.read(reader -> findings.addAll(new FileInspection(path(), reader).findings()));
            return store.read(
                    reader -> new Inspection(genesis.genesis(), reader, findings).report());
        }
    }

    /// Writes a backup of everything to a file that isn't there yet.
    public void backUp(Path target, Clock clock) throws IOException {
        if (Files.exists(target)) {
            throw new IOException(target + " exists already; name another file");
        }
        genesis();
        try (Store store = Store.open(directory.path())) {
            Backups.write(directory.path(), store, target, clock.instant());
        }
    }

    /// The owner's invite, until the owner has come in.
    public Optional<String> ownerInvite() throws IOException {
        return directory.read(OWNER_INVITE).map(String::strip);
    }

    /// Writes a file that only its owner may read, in one step.
    public static void writeSecret(Path file, String text) throws IOException {
        DataDirectory.writeSecret(file, text);
    }

    /// How much is to be written down, as it was set last.
    LogLevel logLevel() throws IOException {
        String kept = directory.read(LOG_LEVEL).map(String::strip).orElse("");
        return Arrays.stream(LogLevel.values())
                .filter(level -> level.name().equals(kept))
                .findFirst()
                .orElse(LogLevel.NORMAL);
    }

    void keepLogLevel(LogLevel level) throws IOException {
        directory.write(LOG_LEVEL, level + "\n");
    }

    void forgetOwnerInvite() throws IOException {
        directory.delete(OWNER_INVITE);
    }

    Path path() {
        return directory.path();
    }

    SignedGenesis genesis() throws IOException {
        return read(GENESIS, Birth::readGenesis);
    }

    SigningKey serverKey() throws IOException {
        return read(KEY, Birth::readKey);
    }

    TlsIdentity tls() throws IOException {
        return read(TLS, TlsIdentity::parse);
    }

    /// The address that the community was founded with.
    public Address address() throws IOException {
        return Address.parse(genesis().genesis().address());
    }

    private <T> T read(String name, java.util.function.Function<String, T> parse)
            throws IOException {
        Path file = directory.path().resolve(name);
        String text;
        try {
            text = directory.read(name).orElseThrow(() -> new NoSuchFileException(file.toString()));
        } catch (NoSuchFileException e) {
            throw new IOException(
                    file + " is missing; put it back from a backup of this directory", e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is damaged; put it back from a backup", e);
        } catch (IOException e) {
            throw new IOException(file + " can't be read: " + e.getMessage(), e);
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            String why = e instanceof Malformed ? ": " + e.getMessage() : "";
            throw new IOException(file + " is damaged" + why + "; put it back from a backup", e);
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}

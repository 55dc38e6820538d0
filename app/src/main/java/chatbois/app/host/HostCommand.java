package chatbois.app.host;

import chatbois.log.Malformed;
import chatbois.log.SigningKey;
import chatbois.log.recovery.RecoveryWords;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.server.Foundation;
import chatbois.server.FoundingPlan;
import chatbois.server.Server;
import chatbois.server.ServerSettings;
import chatbois.server.journal.Journal;
import chatbois.server.live.Timing;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `chatbois --server`: founds a community at the first start, and serves it until it is told to
/// stop.
@Command(
        name = "chatbois --server",
        customSynopsis = "./chatbois --server [options]",
        mixinStandardHelpOptions = true,
        versionProvider = chatbois.app.host.Version.class,
        sortOptions = false,
        descriptionHeading = "%n",
        description =
                "Hosts a community. The first start founds it and prints the invite for its owner;"
                        + " later starts take up what was saved.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%n",
        footer = {
            "Each option can also come from the environment (CHATBOIS_NAME, CHATBOIS_LISTEN,"
                    + " CHATBOIS_ADDRESS, CHATBOIS_MAX_MEMBERS, CHATBOIS_DATA,"
                    + " CHATBOIS_RECOVERY_OUT, CHATBOIS_INVITE_OUT), or from a file of options named"
                    + " as @FILE.",
            "Without a terminal nothing is asked: a first start then needs --name."
        })
public final class HostCommand implements Callable<Integer> {
    private static final int DEFAULT_MAX_MEMBERS = 1_000;

    /// Tells the launcher, or a supervisor, to start it again (EX_TEMPFAIL of sysexits.h).
    private static final int RESTART = 75;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--server", required = true, description = "Host instead of chat.")
    private boolean server;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "${env:CHATBOIS_NAME}",
            description = "First start: what the community is called.")
    private @Nullable String name;

    @Option(
            names = "--address",
            paramLabel = "HOST[:PORT]",
            defaultValue = "${env:CHATBOIS_ADDRESS}",
            description =
                    "First start: where members reach the server, as invites say. Default: this"
                            + " machine's address.")
    private @Nullable String address;

    @Option(
            names = "--max-members",
            paramLabel = "N",
            defaultValue = "${env:CHATBOIS_MAX_MEMBERS}",
            description = "First start: the most members allowed. Default: 1000.")
    private @Nullable Integer maxMembers;

    @Option(
            names = "--recovery-out",
            paramLabel = "FILE",
            defaultValue = "${env:CHATBOIS_RECOVERY_OUT}",
            description =
                    "First start: write the 24 recovery words to FILE (mode 0600) and don't show"
                            + " them.")
    private @Nullable Path recoveryOut;

    @Option(
            names = "--invite-out",
            paramLabel = "FILE",
            defaultValue = "${env:CHATBOIS_INVITE_OUT}",
            description = "Write the owner's invite to FILE too (mode 0600).")
    private @Nullable Path inviteOut;

    @Option(
            names = "--listen",
            paramLabel = "HOST[:PORT]",
            defaultValue = "${env:CHATBOIS_LISTEN}",
            description = "Where to listen. Default: 0.0.0.0:7777.")
    private @Nullable String listen;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:CHATBOIS_DATA}",
            description =
                    "Where everything is kept. Default: chatbois/server in $XDG_DATA_HOME or"
                            + " ~/.local/share.")
    private @Nullable Path data;

    @Option(
            names = "--connections-per-address",
            paramLabel = "N",
            defaultValue = "256",
            description = "How many connections one address may hold; 0 for any. Default: 256.")
    private int connectionsPerAddress;

    @Option(
            names = "--check",
            description = "Check every stored event against signatures and heads, and end.")
    private boolean check;

    @Option(
            names = "--backup",
            paramLabel = "FILE",
            description = "Write everything to one FILE (mode 0600), and end.")
    private @Nullable Path backup;

    @Option(names = "--train", hidden = true)
    private boolean train;

    private final PrintStream out = System.out;
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws Exception {
        if (train) {
            return Rehearsal.run();
        }
        spareForeignFile(inviteOut);
        Path directory = data == null ? DataHome.server(System.getenv()) : data;
        if ((check || backup != null) && !Files.isDirectory(directory)) {
            throw new IOException("there is no directory " + directory);
        }
        Foundation foundation = Foundation.open(directory);
        if (check) {
            try (foundation) {
                return check(foundation);
            }
        }
        if (backup != null) {
            try (foundation) {
                return backUp(foundation, backup);
            }
        }
        boolean first = !foundation.isFounded();
        if (first) {
            found(foundation);
        }
        return serve(foundation, first);
    }

    /// The invite's file is written again at each start until the owner has joined, but nothing
    /// else is overwritten.
    private static void spareForeignFile(@Nullable Path file) throws IOException {
        if (file != null && Files.exists(file) && !holdsInvite(file)) {
            throw new IOException(
                    file + " exists and is no invite; move it away, or name another --invite-out");
        }
    }

    private static boolean holdsInvite(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(Invite.SCHEME.length());
            return new String(start, StandardCharsets.US_ASCII).equals(Invite.SCHEME);
        }
    }

    private int backUp(Foundation foundation, Path file) throws IOException {
        needFounded(foundation);
        foundation.backUp(file, clock);
        out.println("The backup is in " + file + ". It holds the server's key: keep it safe.");
        return 0;
    }

    private static void needFounded(Foundation foundation) throws IOException {
        if (!foundation.isFounded()) {
            throw new IOException("there is no community in this directory yet");
        }
    }

    private int check(Foundation foundation) throws IOException {
        needFounded(foundation);
        List<String> findings = foundation.check();
        findings.forEach(out::println);
        if (findings.isEmpty()) {
            out.println("everything is as it was written");
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private void found(Foundation foundation) throws IOException {
        // A port that is taken is found out now: later the words were shown and the address is
        // fixed.
        Server.probe(listenAddress());
        if (recoveryOut != null && Files.exists(recoveryOut)) {
            throw new IOException(
                    recoveryOut
                            + " exists and may hold another community's words; move it away, or"
                            + " name another --recovery-out");
        }
        FoundingPlan plan = plan();
        SecureRandom random = new SecureRandom();
        Foundation.check(plan, random, clock);
        SigningKey recovery = SigningKey.generate(random);
        RecoveryWords words = RecoveryWords.ofSeed(recovery.seed());
        // The words go out first: a community whose words nobody saw could never be moved.
        new Announcement(out).recovery(plan.name(), words, Optional.ofNullable(recoveryOut));
        foundation.found(plan, recovery, random, clock);
    }

    private FoundingPlan plan() throws IOException {
        Console console = System.console();
        Optional<Interview> interview =
                console != null && console.isTerminal()
                        ? Optional.of(new Interview(console))
                        : Optional.empty();
        int port = listenAddress().port();
        String called =
                name != null
                        ? name
                        : interview
                                .map(Interview::name)
                                .orElseThrow(() ->
                                        usage(
                                                "the first start needs --name, what the"
                                                        + " community is called"));
        String guess = new Address(OwnAddress.of(listenAddress()), port).toString();
        String reached =
                address != null
                        ? address
                        : interview.map(i -> i.address(guess, port)).orElse(guess);
        int most =
                maxMembers != null
                        ? maxMembers
                        : interview
                                .map(i -> i.maxMembers(DEFAULT_MAX_MEMBERS))
                                .orElse(DEFAULT_MAX_MEMBERS);
        return new FoundingPlan(called, published(reached, port), most);
    }

    /// What members are told, with the port that is listened on unless another one is named.
    static Address published(String text, int port) {
        boolean hasPort = text.matches("(\\[.*]|[^:]*):[0-9]+");
        Address address = Address.parse(hasPort ? text : text + ":" + port);
        if (address.port() == 0) {
            throw new Malformed("members need a port to connect to, and 0 is none");
        }
        return address;
    }

    private int serve(Foundation foundation, boolean first)
            throws IOException, InterruptedException {
        ServerSettings settings =
                new ServerSettings(
                        listenAddress(), connectionsPerAddress, Timing.DEFAULT, Version.number());
        EndOfService end = EndOfService.await();
        Server running = foundation.start(settings, new Journal(System.err, clock), clock);
        try {
            Announcement announcement = new Announcement(out);
            announcement.listening(running, first);
            Optional<String> invite = foundation.ownerInvite();
            if (invite.isPresent()) {
                if (inviteOut != null) {
                    Files.deleteIfExists(inviteOut);
                    Foundation.writeSecret(inviteOut, invite.get() + "\n");
                }
                announcement.otherPort(
                        Invite.parse(invite.get()).address().port(), running.address().port());
                announcement.ownerInvite(invite.get(), first && recoveryOut == null);
            }
            running.plannedEnd().thenAccept(planned -> end.now(planned.restart() ? RESTART : 0));
            return end.exitCode();
        } finally {
            running.close();
        }
    }

    private Address listenAddress() {
        return listen == null ? ServerSettings.DEFAULT_LISTEN : Address.parse(listen);
    }

    private ParameterException usage(String message) {
        return new ParameterException(
                spec == null ? new CommandLine(this) : spec.commandLine(), message);
    }
}

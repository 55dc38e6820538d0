package chatbois.app.member;

import chatbois.client.link.Dialer;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.log.SigningKey;
import chatbois.log.recovery.RecoveryWords;
import chatbois.protocol.Address;
import chatbois.protocol.ServerInfo;
import chatbois.protocol.view.Device;
import chatbois.terminal.text.SafeText;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Comes back by the words of a paper key, which are asked for and never an argument: arguments can
/// be seen by others on the machine.
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        description = {
            "Come back with the paper key that /recovery made, when every device is lost.",
            "Asks for the 24 words, or reads them from standard input."
        })
final class RecoverCommand implements Callable<Integer> {
    private static final int MOST_TYPED = 16_384;
    private static final int SHORTEST_ID = 8;

    @ParentCommand private @Nullable MemberCommand parent;

    @Parameters(paramLabel = "HOST:PORT", description = "Where the server is.")
    private String address = "";

    @Option(
            names = "--community",
            paramLabel = "ID",
            required = true,
            description =
                    "The community's id, as it stands on the paper: its first 12 characters, or all.")
    private String community = "";

    @Option(names = "--revoke-others", description = "Revoke all other devices at once.")
    private boolean revokeOthers;

    @Option(names = "--no-ui", description = "Only come back; don't open the program.")
    private boolean noUi;

    @Override
    public Integer call() throws Exception {
        Address server = Address.parse(address);
        LogId id = community(server);
        SigningKey key = SigningKey.ofSeed(RecoveryWords.parse(words()).seed());
        try (Visit visit = Visit.begin()) {
            Session session = visit.communities().comeBack(server, id, key);
            Visit.await(session.online());
            Visit.tellWhose(session);
            if (revokeOthers) {
                revokeOthers(session);
            } else if (session.snapshot().me().liveDevices().size() > 1) {
                System.err.println(
                        "Your other devices still speak for you: /devices lists them, /unlink revokes"
                                + " one.");
            }
        }
        MemberCommand main = parent;
        return noUi || main == null ? 0 : main.open(/* asked= */ false, /* newcomer= */ false);
    }

    /// The server's word for the whole id is taken only as far as the paper says the same; the
    /// genesis then has to fit it.
    private LogId community(Address server) throws IOException {
        if (community.length() < SHORTEST_ID) {
            throw new IllegalArgumentException(
                    "Type at least %d characters of the community's id.".formatted(SHORTEST_ID));
        }
        ServerInfo info = Dialer.overTls().info(server);
        if (!info.community().toString().startsWith(community)) {
            throw new IOException(
                    "At "
                            + server
                            + " there is another community than the one on your paper. Nothing was"
                            + " sent to it. Look at the paper again, or ask for the right address.");
        }
        return info.community();
    }

    private static String words() throws IOException {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return new String(System.in.readNBytes(MOST_TYPED), StandardCharsets.UTF_8);
        }
        char[] typed = console.readPassword("The 24 words, in one line (they are not shown): ");
        if (typed == null) {
            throw new IOException("no words given; nothing was done");
        }
        String words = new String(typed);
        Arrays.fill(typed, ' ');
        return words;
    }

    private static void revokeOthers(Session session) throws IOException {
        for (Device device : session.snapshot().me().liveDevices()) {
            if (!device.key().equals(session.devices().own())) {
                Visit.await(session.devices().revoke(session.snapshot().me().id(), device.key()));
                System.err.println(SafeText.line(device.label()) + " is revoked.");
            }
        }
    }
}

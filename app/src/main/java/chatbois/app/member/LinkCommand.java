package chatbois.app.member;

import chatbois.client.pairing.PairingCode;
import chatbois.client.session.DeviceLabel;
import chatbois.client.session.Session;
import chatbois.protocol.Address;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Makes this machine one more device of a member, by the code that `/link` shows on another.
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Use a membership on this machine too, by the code that /link shows on your other device.",
            "A wrong code is used up at once; make a new one then."
        })
final class LinkCommand implements Callable<Integer> {
    @ParentCommand private @Nullable MemberCommand parent;

    @Parameters(index = "0", paramLabel = "HOST:PORT", description = "Where the server is.")
    private String address = "";

    @Parameters(
            index = "1",
            paramLabel = "CODE",
            description = "The twelve digits, such as 4821-7390-5112.")
    private String code = "";

    @Option(
            names = "--label",
            paramLabel = "NAME",
            description = "What this device is to be called. Default: this machine's name.")
    private @Nullable String label;

    @Option(names = "--no-ui", description = "Only link; don't open the program.")
    private boolean noUi;

    @Override
    public Integer call() throws Exception {
        Address server = Address.parse(address);
        PairingCode typed = PairingCode.parse(code);
        String called = label == null ? DeviceLabel.here() : label;
        try (Visit visit = Visit.begin()) {
            Session session = visit.communities().link(server, typed, called);
            Visit.await(session.online());
            Visit.tellWhose(session);
        }
        MemberCommand main = parent;
        return noUi || main == null ? 0 : main.open(/* asked= */ false, /* newcomer= */ false);
    }
}

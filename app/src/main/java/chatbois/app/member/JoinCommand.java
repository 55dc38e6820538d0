package chatbois.app.member;

import chatbois.client.link.Untrusted;
import chatbois.client.session.Session;
import chatbois.protocol.Invite;
import chatbois.protocol.name.MemberName;
import chatbois.terminal.text.SafeText;
import java.io.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Becomes a member by an invite, then opens the program unless told not to.
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = "Join a community by an invite, and go straight in.")
final class JoinCommand implements Callable<Integer> {
    @ParentCommand private @Nullable MemberCommand parent;
    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "INVITE",
            description = "The line chatbois://host:port/CODE#ID, in quotes.")
    private String invite = "";

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Your name there. Default: asked for, or your user name.")
    private @Nullable String name;

    @Option(names = "--no-ui", description = "Only join; don't open the program.")
    private boolean noUi;

    @Option(names = "--plain", description = "Go in in line mode.")
    private boolean plain;

    @Override
    public Integer call() throws Exception {
        Invite line = Invite.parse(invite);
        boolean newcomer;
        try (Visit visit = Visit.begin()) {
            newcomer = visit.communities().saved().isEmpty() && !line.leadsBack();
            Session session = come(visit, line);
            Visit.await(session.online());
            System.err.println(
                    "You are "
                            + session.snapshot().me().name().value()
                            + " in "
                            + SafeText.line(session.snapshot().name())
                            + ".");
        }
        MemberCommand main = parent;
        return noUi || main == null ? 0 : main.open(plain, newcomer);
    }

    /// Who comes back has a name there already.
    private Session come(Visit visit, Invite line) throws IOException, Untrusted {
        return line.leadsBack()
                ? visit.communities().comeBack(line)
                : visit.communities().join(line, MemberName.parse(wantedName()));
    }

    private String wantedName() throws IOException {
        if (name != null) {
            return name;
        }
        String user = System.getProperty("user.name", "");
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            CommandSpec known = spec;
            if (known != null) {
                throw new ParameterException(known.commandLine(), "say who you are: --as NAME");
            }
        }
        String answer = console == null ? "" : console.readLine("Your name there? [%s] ", user);
        if (answer == null) {
            throw new IOException("no name given; nothing was done");
        }
        return answer.isBlank() ? user : answer;
    }
}

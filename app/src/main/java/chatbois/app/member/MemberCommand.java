package chatbois.app.member;

import chatbois.app.host.RestoreCommand;
import chatbois.app.host.Version;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `chatbois` with its subcommands for members. Without a subcommand it opens the program on the
/// screen.
@Command(
        name = "chatbois",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        descriptionHeading = "%n",
        description =
                "Chats with friends through a server of your own. Without a command: your communities"
                        + " on the screen, or the way into the first one.",
        commandListHeading =
                "%nCommands, each ending by itself (exit code 0 done, 1 failed, 2 wrong"
                        + " usage):%n",
        footerHeading = "%n",
        footer = {
            "To host a community here: ./chatbois --server (see ./chatbois --server --help).",
            "CHATBOIS_HOME names the directory for keys, pins and settings (config.toml); default:"
                    + " chatbois in $XDG_CONFIG_HOME or ~/.config. Type /set to see the settings."
        },
        subcommands = {
            JoinCommand.class,
            LinkCommand.class,
            RecoverCommand.class,
            ChatsCommand.class,
            NewCommand.class,
            InviteCommand.class,
            SendCommand.class,
            ReadCommand.class,
            SaveCommand.class,
            SearchCommand.class,
            ExportCommand.class,
            ArtCommand.class,
            AdminCommand.class,
            RestoreCommand.class
        })
public final class MemberCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--plain",
            description =
                    "Line mode: one line a message, no escapes, for screen readers and pipes. Taken by"
                            + " itself when this is no terminal, or TERM is dumb.")
    private boolean plain;

    @Option(names = "--train", hidden = true)
    private boolean train;

    private final Program program;

    /// @param program what runs when no subcommand is given
    public MemberCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        if (train) {
            MemberRehearsal.play();
            return program.rehearse();
        }
        return program.run(plain, /* newcomer= */ false);
    }

    /// Opens the program.
    ///
    /// @param asked whether line mode was asked for behind a subcommand
    /// @param newcomer whether the member has just come into their first community
    int open(boolean asked, boolean newcomer) throws Exception {
        return program.run(plain || asked, newcomer);
    }
}

package chatbois.app;

import chatbois.terminal.text.SafeText;
import java.io.PrintWriter;
import picocli.CommandLine;

/// How every command of the program is read and how its failures are told: one or two lines on
/// stderr, never a stack trace, and harmless whatever the arguments or the server put into it.
final class CommandLines {
    private CommandLines() {}

    static int execute(Object command, String... args) {
        CommandLine line = new CommandLine(command);
        line.setParameterExceptionHandler(CommandLines::wrongUsage);
        line.setExecutionExceptionHandler(CommandLines::failed);
        return line.execute(args);
    }

    private static int wrongUsage(CommandLine.ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        err.println("chatbois: " + SafeText.block(String.valueOf(e.getMessage())));
        err.println("See: ./" + name + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("chatbois: " + SafeText.block(Failures.sentence(e)));
        return 1;
    }
}

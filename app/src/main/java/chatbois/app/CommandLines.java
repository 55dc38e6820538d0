package chatbois.app;

import chatbois.app.member.ReaderLeft;
import chatbois.terminal.text.SafeText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/// How every command of the program is read and how its failures are told: one or two lines on
/// stderr, never a stack trace, and harmless whatever the arguments or the server put into it.
final class CommandLines {
    private CommandLines() {}

    /// Runs a command whose arguments are taken as they stand: one that begins with `@` is no file.
    static int execute(Object command, String... args) {
        return execute(
                new CommandLine(command)
                        .setExpandAtFiles(false)
                        .setCaseInsensitiveEnumValuesAllowed(true),
                args);
    }

    /// Runs a command whose options may also stand in a file, named as `@FILE`.
    static int executeWithFiles(Object command, String... args) {
        CommandLine line = new CommandLine(command);
        for (String arg : args) {
            if (arg.matches("@[^@].*") && !Files.isRegularFile(Path.of(arg.substring(1)))) {
                line.getErr()
                        .println("chatbois: there is no file of options " + SafeText.line(arg));
                return CommandLine.ExitCode.USAGE;
            }
        }
        return execute(line, args);
    }

    private static int execute(CommandLine line, String... args) {
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
        if (e instanceof ReaderLeft) {
            return ReaderLeft.CODE;
        }
        line.getErr().println(Failure.told(e));
        return 1;
    }
}

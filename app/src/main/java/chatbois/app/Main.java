package chatbois.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program: reads the arguments and starts a client, or with `--server` a server.
@Command(
        name = "chatbois",
        mixinStandardHelpOptions = true,
        version = "chatbois 0.1.0",
        description = "A chat server and its terminal client.")
public final class Main implements Callable<Integer> {
    @Option(names = "--server", description = "Run a server.")
    private boolean server;

    /// A rehearsal for the start-up cache: load what a real run loads, show nothing, end.
    @Option(names = "--train", hidden = true)
    private boolean train;

    private Main() {}

    /// Ends the process with the exit code of the command line.
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() {
        if (train) {
            return 0;
        }
        System.err.println("chatbois: the " + (server ? "server" : "client") + " is not built yet");
        return 1;
    }
}

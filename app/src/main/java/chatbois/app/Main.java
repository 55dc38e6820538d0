package chatbois.app;

import chatbois.app.host.HostCommand;
import chatbois.app.member.MemberCommand;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// The program: `chatbois --server …` hosts a community, everything else is the client.
public final class Main {
    private Main() {}

    /// Ends the process with the exit code of what was asked for: 0 done, 1 failed, 2 wrong usage,
    /// 130 interrupted.
    public static void main(String[] args) {
        // Pictures are drawn in memory: a DISPLAY that nobody answers at is nothing to us.
        System.setProperty("java.awt.headless", "true");
        System.exit(run(args));
    }

    static int run(String... args) {
        List<String> all = Arrays.asList(args);
        int end = all.indexOf("--"); // what follows is no option
        if ((end < 0 ? all : all.subList(0, end)).contains("--server")) {
            return CommandLines.executeWithFiles(new HostCommand(), args);
        }
        Screens screens = new Screens();
        if (all.isEmpty()) {
            return atOnce(screens);
        }
        return CommandLines.execute(new MemberCommand(screens), args);
    }

    /// What nearly every start is: nothing has to be read, and reading it would take a third of the
    /// time until something is on the screen.
    private static int atOnce(Screens screens) {
        try {
            return screens.run(/* plain= */ false, /* newcomer= */ false);
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.err.println(Failure.told(e));
            return 1;
        }
    }
}

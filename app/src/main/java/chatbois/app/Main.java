package chatbois.app;

import chatbois.app.host.HostCommand;
import chatbois.app.member.MemberCommand;
import java.util.Arrays;
import java.util.List;

/// The program: `chatbois --server …` hosts a community, everything else is the client.
public final class Main {
    private Main() {}

    /// Ends the process with the exit code of what was asked for: 0 done, 1 failed, 2 wrong usage,
    /// 130 interrupted.
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        List<String> all = Arrays.asList(args);
        int end = all.indexOf("--"); // what follows is no option
        if ((end < 0 ? all : all.subList(0, end)).contains("--server")) {
            return CommandLines.executeWithFiles(new HostCommand(), args);
        }
        Screens screens = new Screens();
        return CommandLines.execute(new MemberCommand(screens), args);
    }
}

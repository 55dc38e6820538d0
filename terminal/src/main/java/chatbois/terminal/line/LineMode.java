package chatbois.terminal.line;

import chatbois.client.Communities;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.protocol.Invite;
import chatbois.protocol.name.MemberName;
import chatbois.terminal.command.Sentences;
import chatbois.terminal.command.Verb;
import chatbois.terminal.setting.ConfigFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/// The client in lines, from its beginning to its end.
public final class LineMode {
    private final Home home;
    private final Outside outside;
    private final BufferedReader in;
    private final PrintStream out;

    public LineMode(Home home, Outside outside, BufferedReader in, PrintStream out) {
        this.home = home;
        this.outside = outside;
        this.in = in;
        this.out = out;
    }

    /// Runs until it is told to quit, or until the input has ended and everything is sent; gives
    /// the exit code.
    ///
    /// @param asks the name that is suggested to somebody who is no member yet; empty if there is
    ///   nobody to ask
    /// @param newcomer whether the member is new here and to the program
    /// @param columns how wide tables may be for them
    public int run(String asks, boolean newcomer, int columns)
            throws IOException, InterruptedException {
        Bell bell = new Bell();
        try (Communities communities = new Communities(home, outside, bell::ring)) {
            Runtime.getRuntime().addShutdownHook(new Thread(communities::close, "session-closer"));
            communities.openAll();
            ConfigFile config = new ConfigFile(home, Verb::isNamed);
            config.now().problems().forEach(problem -> out.println(Wording.line(problem)));
            communities.problems().forEach(problem -> out.println(Wording.line(problem)));
            boolean first = communities.sessions().isEmpty();
            if (first && !comesIn(communities, asks)) {
                return 1;
            }
            if (first || newcomer) {
                out.println(Wording.line("New here? /tour guides you through the first minute."));
            }
            int room = asks.isEmpty() ? Integer.MAX_VALUE : columns;
            return new Talking(communities, outside.clock(), config, bell, out, room).run(in);
        }
    }

    private boolean comesIn(Communities communities, String suggested) throws IOException {
        if (suggested.isEmpty()) {
            out.println("You are in no community yet. Join one by an invite:");
            out.println("  ./chatbois join 'chatbois://…' --as NAME");
            return false;
        }
        out.println("You are in no community yet. Paste an invite and press Enter:");
        while (true) {
            String invite = in.readLine();
            if (invite == null) {
                return false;
            }
            try {
                Invite line = Invite.parse(invite);
                if (line.leadsBack()) {
                    communities.comeBack(line);
                } else {
                    communities.join(line, name(suggested));
                }
                return true;
            } catch (Exception e) {
                out.println(Wording.line(Sentences.of(e)));
                out.println("Paste the invite once more, or another one:");
            }
        }
    }

    private MemberName name(String suggested) throws IOException {
        out.println("Your name there (just Enter for " + suggested + "):");
        String name = in.readLine();
        return MemberName.parse(name == null || name.isBlank() ? suggested : name);
    }
}

package chatbois.app;

import chatbois.app.host.Rehearsal;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.terminal.chat.ChatScreen;
import chatbois.terminal.screen.Script;
import java.io.IOException;
import java.util.Map;

/// Plays a member's first minutes on a screen that nobody sees, so that the start-up cache learns
/// what a real screen needs.
final class ScreenRehearsal {
    private static final String QUIT = "\u0003\u0003";
    private static final String F1 = "\u001b[[A";
    private static final String PAGE_UP = "\u001b[5~";

    private static final Map<String, String> FEW_COLORS = Map.of("TERM", "xterm-256color");
    private static final Map<String, String> ALL_COLORS =
            Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor");

    private ScreenRehearsal() {}

    static void play() throws Exception {
        Rehearsal.withServer((invite, directory) -> {
            Home home = new Home(directory);
            play(
                    home,
                    FEW_COLORS,
                    new Script()
                            .on("Paste an invite", invite + "\r")
                            .on("Your name", "\r")
                            .on("online", QUIT));
            play(
                    home,
                    ALL_COLORS,
                    new Script()
                            .on("online", "/new stage\r")
                            .on("The beginning", "Is this on?\r/me listens\r/who\r" + PAGE_UP)
                            .on("Connected", F1)
                            .on("Esc closes", "q/inv\t\r")
                            .on("Pass this line on", "q" + QUIT));
        });
    }

    private static void play(Home home, Map<String, String> environment, Script script)
            throws IOException {
        ChatScreen chat = new ChatScreen(home, Outside.real(), "rehearsal");
        chat.run(script.open(environment, 120, 40, chat::tell));
    }
}

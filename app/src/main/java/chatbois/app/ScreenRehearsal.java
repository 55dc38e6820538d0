package chatbois.app;

import chatbois.app.host.Rehearsal;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.terminal.chat.ChatScreen;
import chatbois.terminal.screen.Script;
import java.io.IOException;

/// Plays a member's first minutes on a screen that nobody sees, so that the start-up cache learns
/// what a real screen needs.
final class ScreenRehearsal {
    private static final String QUIT = "\u0003\u0003";
    private static final String F1 = "\u001b[[A";
    private static final String PAGE_UP = "\u001b[5~";

    private ScreenRehearsal() {}

    static void play() throws Exception {
        Rehearsal.withServer((invite, directory) -> {
            Home home = new Home(directory);
            play(
                    home,
                    new Script()
                            .on("Paste an invite", invite + "\r")
                            .on("Your name", "\r")
                            .on("online", QUIT));
            play(
                    home,
                    new Script()
                            .on("online", "/new stage\r")
                            .on("The beginning", "Is this on?\r/me listens\r/who\r" + PAGE_UP)
                            .on("Connected", F1)
                            .on("Esc closes", "q/inv\t\r")
                            .on("Pass this line on", "q" + QUIT));
        });
    }

    private static void play(Home home, Script script) throws IOException {
        ChatScreen chat = new ChatScreen(home, Outside.real(), "rehearsal");
        chat.run(script.open(80, 24, chat::tell));
    }
}

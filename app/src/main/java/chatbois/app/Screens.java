package chatbois.app;

import chatbois.app.member.Program;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.terminal.chat.ChatScreen;
import chatbois.terminal.screen.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/// What a member sees: the screen, or line mode.
final class Screens implements Program {
    @Override
    public int run(boolean plain) throws IOException {
        Map<String, String> environment = System.getenv();
        Home home = new Home(Home.place(environment, Path.of(System.getProperty("user.home"))));
        ChatScreen screen =
                new ChatScreen(home, Outside.real(), System.getProperty("user.name", ""));
        OptionalInt code = screen.run(events -> Screen.open(environment, events));
        return code.orElse(1);
    }

    @Override
    public int rehearse() {
        return 0;
    }
}

package chatbois.app;

import chatbois.app.member.Program;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.terminal.chat.ChatScreen;
import chatbois.terminal.line.LineMode;
import chatbois.terminal.screen.Screen;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// What a member sees: the screen, or line mode.
final class Screens implements Program {
    private static final int USUAL_COLUMNS = 80;

    private final Map<String, String> environment = System.getenv();
    private final String user = System.getProperty("user.name", "");

    @Override
    public int run(boolean plain, boolean newcomer) throws IOException, InterruptedException {
        if (plain) {
            return inLines(newcomer);
        }
        ChatScreen chat = new ChatScreen(home(), Outside.real(), user);
        if (newcomer) {
            chat.welcome();
        }
        Optional<Screen> screen = Screen.open(environment, chat::tell);
        return screen.isPresent() ? chat.run(screen.get()) : inLines(newcomer);
    }

    /// Always in UTF-8, as on the screen.
    private int inLines(boolean newcomer) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Console console = System.console();
        boolean attended = console != null && console.isTerminal();
        return new LineMode(home(), Outside.real(), in, out)
                .run(attended ? user : "", newcomer, attended ? columns() : USUAL_COLUMNS);
    }

    /// How wide the terminal is; what most are if it can't be asked.
    private static int columns() throws InterruptedException {
        try {
            Process asked =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (BufferedReader answer = asked.inputReader()) {
                String size = String.valueOf(answer.readLine());
                asked.waitFor();
                return size.matches("[0-9]+ [1-9][0-9]{1,3}")
                        ? Integer.parseInt(size.split(" ", 2)[1])
                        : USUAL_COLUMNS;
            }
        } catch (IOException _) {
            return USUAL_COLUMNS;
        }
    }

    private Home home() {
        return new Home(Home.place(environment));
    }

    @Override
    public int rehearse() throws Exception {
        ScreenRehearsal.play();
        return 0;
    }
}

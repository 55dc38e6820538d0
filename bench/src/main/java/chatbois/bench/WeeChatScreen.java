package chatbois.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// WeeChat as it is installed, with its default settings.
final class WeeChatScreen implements ScreenSubject {
    private final Path directory;
    private final List<String> messages;
    private final IrcFeed feed = new IrcFeed();

    WeeChatScreen(Path directory, List<String> messages) throws IOException {
        this.directory = directory;
        this.messages = messages;
        Files.createDirectories(directory);
    }

    @Override
    public String name() {
        return "WeeChat";
    }

    @Override
    public void prepare() throws Exception {
        try (Pane pane = open()) {
            pane.awaitAnything();
        }
    }

    @Override
    public Pane open() throws IOException {
        String connect =
                "/server add bench 127.0.0.1/%d -nicks=%s -autojoin=%s;/connect bench"
                        .formatted(feed.port(), IrcFeed.READER, IrcFeed.CHANNEL);
        return Pane.open(
                directory,
                Map.of(),
                List.of("weechat", "-d", directory.resolve("home").toString(), "-r", connect));
    }

    @Override
    public void fill() throws Exception {
        feed.say(messages);
    }

    @Override
    public void say(String text) throws Exception {
        feed.say(List.of(text));
    }

    @Override
    public void close() throws IOException {
        feed.close();
    }
}

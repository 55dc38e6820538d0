package chatbois.bench;

import chatbois.client.Communities;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.Invite;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import chatbois.server.Foundation;
import chatbois.server.Server;
import chatbois.server.ServerSettings;
import chatbois.server.journal.Journal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Our client, started as a member starts it, with a real server behind it.
final class OurScreen implements ScreenSubject {
    private final Path directory;
    private final Server server;
    private final Communities writers;
    private final Session writer;
    private final LogId chat;

    private OurScreen(
            Path directory, Server server, Communities writers, Session writer, LogId chat) {
        this.directory = directory;
        this.server = server;
        this.writers = writers;
        this.writer = writer;
        this.chat = chat;
    }

    static OurScreen with(Path directory, int messages) throws Exception {
        Scene scene = Scene.set(directory);
        scene.fillTo(messages + 1); // The first event made the chat.
        Server server = start(scene);
        Communities writers = communities(scene.member());
        Session writer = writers.open(scene.community());
        writer.online().get();
        letReaderIn(directory, writer, scene.chat());
        return new OurScreen(directory, server, writers, writer, scene.chat());
    }

    private static Server start(Scene scene) throws Exception {
        Clock clock = Clock.systemUTC();
        Journal silent = new Journal(new PrintStream(OutputStream.nullOutputStream()), clock);
        return Foundation.open(scene.server())
                .start(new ServerSettings(scene.address(), 0), silent, clock);
    }

    private static Communities communities(Path home) {
        return new Communities(new Home(home), Outside.real(), () -> {});
    }

    private static void letReaderIn(Path directory, Session writer, LogId chat) throws Exception {
        Invite invite = writer.makeInvite(Role.MEMBER, 1, null).get();
        try (Communities readers = communities(directory.resolve("reader"))) {
            Session reader = readers.join(invite, MemberName.parse("reader"));
            reader.online().get();
            writer.invite(chat, reader.snapshot().me().id()).get();
            reader.accept(chat).get();
        }
    }

    @Override
    public String name() {
        return "chatbois";
    }

    @Override
    public Pane open() throws Exception {
        return Pane.open(
                Path.of("").toAbsolutePath(),
                Map.of("CHATBOIS_HOME", directory.resolve("reader").toString()),
                List.of("./chatbois"));
    }

    @Override
    public void fill() {
        // The client asks the server for what it shows.
    }

    @Override
    public void say(String text) throws Exception {
        writer.send(chat, text, /* action= */ false).get();
    }

    @Override
    public void close() throws Exception {
        writers.close();
        server.close();
    }
}

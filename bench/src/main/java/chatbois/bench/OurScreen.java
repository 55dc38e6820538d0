package chatbois.bench;

import chatbois.cellart.track.Track;
import chatbois.client.Communities;
import chatbois.client.home.Home;
import chatbois.client.session.Files.Sent;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.Invite;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import chatbois.server.Foundation;
import chatbois.server.Server;
import chatbois.server.ServerSettings;
import chatbois.server.journal.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Our client, started as a member starts it, with a real server behind it.
final class OurScreen implements ScreenSubject {
    private static final long CACHING_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long LOOK_MILLIS = 100;

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
    public void prepare() throws Exception {
        new ProcessBuilder("./chatbois", "--version").inheritIO().start().waitFor();
        long end = System.nanoTime() + CACHING_NANOS;
        while (!isCached() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        System.out.println(isCached() ? "with a start-up cache" : "without a start-up cache");
    }

    /// The launcher has the cache made in the background, beside the newest build.
    private static boolean isCached() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("app/target/chatbois"))) {
            Path newest =
                    all.filter(Files::isDirectory)
                            .max(Comparator.comparing(build -> build.toFile().lastModified()))
                            .orElseThrow();
            Path caches = newest.resolve("aot");
            if (!Files.isDirectory(caches)) {
                return false;
            }
            try (Stream<Path> made = Files.list(caches)) {
                return made.anyMatch(file -> file.toString().endsWith(".aot"));
            }
        }
    }

    @Override
    public Pane open() throws Exception {
        return Pane.open(
                Path.of("").toAbsolutePath(),
                Map.of("CHATBOIS_HOME", reader().toString()),
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

    /// The directory of the member who reads.
    Path reader() {
        return directory.resolve("reader");
    }

    /// Says something with a film, which is its own preview.
    void sayWithFilm(String text, byte[] bytes) throws Exception {
        Track track = Track.read(bytes);
        Sent sent = writer.files().upload(bytes).get();
        Preview preview =
                new Preview(
                        sent.hash(),
                        bytes.length,
                        track.width(),
                        track.height(),
                        track.frames(),
                        track.totalMillis());
        Attachment film =
                new Attachment(sent.hash(), sent.size(), "film.gif", "image/gif", null, preview);
        writer.send(chat, text, /* action= */ false, null, List.of(film)).get();
    }

    @Override
    public void close() throws Exception {
        writers.close();
        server.close();
    }
}

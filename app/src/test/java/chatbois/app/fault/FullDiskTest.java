package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server's disk is full while it writes. Needs a small disk of its own, which only root can
/// mount.
@Tag("fault")
class FullDiskTest {
    private static final String LONG = "x".repeat(16_000);
    private static final int BALLAST = 4 * 1024 * 1024;

    @TempDir Path folder;

    private Path disk;
    private Town town;
    private Author author;
    private LogId chat;
    private Peer peer;
    private final List<SignedEvent> stored = new ArrayList<>();

    @BeforeEach
    void found() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString());
        assumeTrue(mounted, "only root can mount a small disk to fill");
        Files.write(ballast(), new byte[BALLAST]);
        town = new Town(folder, disk.resolve("data"), List.of());
        peer = town.connect();
        author = town.newcomer(peer, "author");
        chat = town.chat(List.of(author));
    }

    @AfterEach
    void close() throws Exception {
        if (town != null) {
            town.close();
            town.program().awaitExit();
        }
        run("umount", disk.toString());
    }

    @Test
    void a_full_disk_is_refused_in_words_read_from_as_before_and_recovered_from() throws Exception {
        SignedEvent refused = fill();
        for (int i = 0; i < 20; i++) {
            assertThat(code(refused)).isEqualTo(Code.STORAGE_FULL);
        }
        assertThat(health()).isEqualTo(503);
        assertReadable();
        Files.delete(ballast());
        assertStores(refused);
        assertThat(health()).isEqualTo(200);
        SignedEvent again = fill();
        assertReadable();
        town.stopAndCheck();
        town.restart();
        peer = town.logIn(author);
        assertReadable();
        assertThat(code(again)).isEqualTo(Code.STORAGE_FULL);
        town.stopAndCheck();
    }

    @Test
    void a_server_that_is_killed_on_a_full_disk_has_what_it_acknowledged() throws Exception {
        SignedEvent refused = fill();
        town.program().kill();
        town.program().awaitExit();
        Files.delete(ballast());
        town.restart();
        peer = town.logIn(author);
        assertReadable();
        assertStores(refused);
        town.stopAndCheck();
    }

    @Test
    void files_leave_room_for_messages_and_go_on_when_there_is_more() throws Exception {
        Cargo cargo = Cargo.ofSize(10 * 1024 * 1024, 1);
        assertThatThrownBy(() -> cargo.offer(peer))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(Code.STORAGE_FULL));
        Cargo fits = Cargo.ofSize(2 * 1024 * 1024, 2);
        long held = fits.put(peer, fits.offer(peer));
        Files.write(disk.resolve("more"), new byte[free()]);
        assertThatThrownBy(() -> fits.put(peer, held))
                .hasMessageContaining("nearly full")
                .hasMessageContaining("owner has to make room");
        assertStores(author.message(chat, stored.size() + 1, "there is room for this"));
        Files.delete(disk.resolve("more"));
        for (long now = fits.offer(peer); now < fits.bytes().length; ) {
            now = fits.put(peer, now);
        }
        assertStores(author.sign(chat, stored.size() + 1, fits.message()));
        assertThat(fits.fetch(peer, chat, stored.size() + 1)).isEqualTo(fits.bytes());
        town.stopAndCheck();
    }

    /// All but a little.
    private int free() throws Exception {
        return (int) Files.getFileStore(disk).getUsableSpace() - 400 * 1024;
    }

    /// Sends until the disk is full; returns the message that was refused.
    private SignedEvent fill() throws Exception {
        while (true) {
            SignedEvent event = author.message(chat, stored.size() + 1, LONG);
            try {
                Waiting.get(peer.ask(new Request.Append(event)));
                stored.add(event);
            } catch (Refused e) {
                assertThat(e.refusal().code()).isEqualTo(Code.STORAGE_FULL);
                return event;
            }
        }
    }

    private Code code(SignedEvent event) throws Exception {
        try {
            Reply reply = Waiting.get(peer.ask(new Request.Append(event)));
            throw new AssertionError(reply);
        } catch (Refused e) {
            return e.refusal().code();
        }
    }

    private void assertStores(SignedEvent event) throws Exception {
        Waiting.get(peer.ask(new Request.Append(event)));
        stored.add(event);
    }

    /// Everything that was acknowledged can be read, by a resume and by pages, and nothing else.
    private void assertReadable() throws Exception {
        Peer reader = town.logIn(town.owner);
        Copy<Event> copy = Copy.of(chat);
        Waiting.get(copy.resume(reader));
        int size = stored.size() + 1;
        List<Event> events = copy.await(size);
        assertThat(events.stream().skip(1).map(Event::signed)).isEqualTo(stored);
        var page = (Reply.Paged) Waiting.get(reader.ask(new Request.Page(chat, size, 3, size)));
        assertThat(page.page().events()).isEqualTo(events.subList(size - 3, size));
        reader.cut();
    }

    private int health() throws Exception {
        SSLContext trusting = SSLContext.getInstance("TLSv1.3");
        trusting.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        try (HttpClient http = HttpClient.newBuilder().sslContext(trusting).build()) {
            URI uri = URI.create("https://" + town.address() + "/healthz");
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private Path ballast() {
        return disk.resolve("ballast");
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}

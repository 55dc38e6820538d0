package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.app.fault.Proxy.Direction;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The connection breaks after any number of bytes, whichever way they go.
@Tag("fault")
class CableTest {
    private static final int AROUND = 2;
    private static final int BETWEEN = 60;
    private static final int LEAST_STEP = 61;
    private static final int EVENTS = 230;

    @TempDir Path folder;

    private Town town;
    private Proxy proxy;
    private Author author;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        town = new Town(folder, folder.resolve("data"), List.of());
        proxy = new Proxy(town.address());
        Peer peer = town.connect();
        author = town.newcomer(peer, "author");
        peer.cut();
        chat = town.chat(List.of(author));
    }

    @AfterEach
    void close() throws Exception {
        proxy.close();
        town.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_message_whose_sending_is_cut_anywhere_is_there_once(Direction way) throws Exception {
        List<SignedEvent> written = new ArrayList<>();
        written.add(author.message(chat, 1, "uncut"));
        proxy.breakAfter(way, Proxy.NEVER);
        assertThat(sendThroughProxy(written.getFirst())).isNotNull();
        for (int bytes : cuts(way)) {
            SignedEvent event = author.message(chat, written.size() + 1, "cut after " + bytes);
            written.add(event);
            proxy.breakAfter(way, bytes);
            Reply acknowledged = sendThroughProxy(event);
            Peer direct = town.logIn(author);
            Reply again = Waiting.get(direct.ask(new Request.Append(event)));
            assertThat(acknowledged == null || acknowledged.equals(again)).isTrue();
            direct.cut();
        }
        List<Event> all = read(written.size() + 1);
        assertThat(all.stream().skip(1).map(Event::signed)).isEqualTo(written);
        town.stopAndCheck();
    }

    @ParameterizedTest
    @EnumSource
    void a_resume_that_is_cut_anywhere_goes_on_exactly_there(Direction way) throws Exception {
        Peer writer = town.logIn(author);
        for (int i = 1; i < EVENTS; i++) {
            Waiting.get(writer.ask(new Request.Append(author.message(chat, i, "message " + i))));
        }
        Copy<Event> uncut = Copy.of(chat);
        resumeThroughProxy(uncut);
        List<Event> all = uncut.await(EVENTS);
        for (int bytes : cuts(way)) {
            proxy.breakAfter(way, bytes);
            Copy<Event> copy = Copy.of(chat);
            resumeThroughProxy(copy);
            Peer direct = town.logIn(author);
            Waiting.get(copy.resume(direct));
            assertThat(copy.await(EVENTS)).as("cut after %s bytes", bytes).isEqualTo(all);
            direct.cut();
        }
    }

    /// Sends one message over the cable; null if the answer did not come through.
    private @Nullable Reply sendThroughProxy(SignedEvent event) throws Exception {
        CompletableFuture<Peer> connected = town.peers.connect(proxy.address());
        CompletableFuture<Reply> answer =
                connected
                        .thenCompose(author::logIn)
                        .thenCompose(peer -> peer.ask(new Request.Append(event)));
        try {
            return Waiting.get(answer);
        } catch (ExecutionException e) {
            return null;
        } finally {
            hangUp(connected);
        }
    }

    /// Reads over the cable until everything is there or the cable breaks.
    private void resumeThroughProxy(Copy<Event> copy) throws Exception {
        CompletableFuture<Peer> connected = town.peers.connect(proxy.address());
        CompletableFuture<?> read =
                connected
                        .thenCompose(author::logIn)
                        .thenCompose(peer ->
                                copy.resume(peer)
                                        .thenCompose(_ ->
                                                CompletableFuture.anyOf(
                                                        peer.ended(), copy.whole(EVENTS))));
        try {
            Waiting.get(read);
        } catch (ExecutionException e) {
            // Cut before the resume was answered.
        } finally {
            hangUp(connected);
        }
    }

    private static void hangUp(CompletableFuture<Peer> connected) throws Exception {
        if (!connected.isCompletedExceptionally()) {
            Peer peer = Waiting.get(connected);
            peer.cut();
            Waiting.get(peer.ended());
        }
    }

    /// Where to cut: around the end of each record of the last connection, and in between.
    private Set<Integer> cuts(Direction way) {
        List<Integer> boundaries = proxy.boundaries(way);
        int total = boundaries.getLast();
        Set<Integer> cuts = new TreeSet<>();
        for (int boundary : boundaries) {
            for (int cut = boundary - AROUND; cut <= boundary + AROUND; cut++) {
                cuts.add(Math.max(0, cut));
            }
        }
        for (int cut = 0; cut < total; cut += Math.max(LEAST_STEP, total / BETWEEN)) {
            cuts.add(cut);
        }
        assertThat(cuts).hasSizeGreaterThan(BETWEEN / 2);
        return cuts;
    }

    private List<Event> read(int count) throws Exception {
        Peer reader = town.logIn(town.owner);
        Copy<Event> copy = Copy.of(chat);
        Waiting.get(copy.resume(reader));
        List<Event> events = copy.await(count);
        reader.cut();
        assertThat(events).hasSize(count);
        return events;
    }
}

package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.home.OnlyOwner;
import chatbois.client.session.Entry;
import chatbois.client.session.Files.Progress;
import chatbois.client.session.Files.Sent;
import chatbois.client.session.Session;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.Sha256;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.event.Preview;
import chatbois.protocol.name.ChatName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that come with messages, from one member's client to another's.
class FilesTest {
    @TempDir Path folder;

    private final CuttingDialer line = new CuttingDialer();
    private TestCommunity shed;
    private Session ann;
    private Session bob;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(folder.resolve("shed"));
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob", line);
        chat = get(ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())));
        await(
                "bob has the chat",
                () -> bob.snapshot().chats().stream().anyMatch(c -> c.id().equals(chat)));
    }

    @AfterEach
    void close() {
        shed.close();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    private Path file(String name, int size) throws Exception {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private static Attachment attachment(Sent sent, @Nullable Preview preview) {
        return new Attachment(sent.hash(), sent.size(), "a.bin", "image/png", null, preview);
    }

    /// The message in which a file came, as that member sees it.
    private Entry came(Session by, long seq) throws Exception {
        await("the message is here", () -> entry(by, seq).size() == 1);
        return entry(by, seq).getFirst();
    }

    private List<Entry> entry(Session by, long seq) {
        try {
            return get(by.chat(chat).entry(seq));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long send(Session by, Attachment file) throws Exception {
        return get(by.send(chat, "", false, null, List.of(file))).seq();
    }

    @Test
    void a_file_comes_as_it_was_sent() throws Exception {
        Path original = file("original", 400_000);
        List<Long> steps = new ArrayList<>();
        Sent sent = get(ann.files().upload(original, (done, _) -> steps.add(done)));
        assertThat(steps).isSorted().startsWith(0L).endsWith(400_000L);
        long seq = send(ann, attachment(sent, null));
        Entry entry = came(bob, seq);
        assertThat(entry.attachments()).containsExactly(attachment(sent, null));
        Path target = folder.resolve("got");
        Attachment file = entry.attachments().getFirst();
        get(bob.files().download(chat, seq, file, target, Progress.NONE));
        assertThat(target).hasSameBinaryContentAs(original);
        assertThat(part(file)).doesNotExist();
        assertThatThrownBy(() -> get(bob.files().download(chat, seq, file, target, Progress.NONE)))
                .hasMessageContaining("exists already");
    }

    @Test
    void sending_goes_on_by_itself_after_cuts_and_when_the_server_comes_back() throws Exception {
        Path original = file("original", 1_500_000);
        AtomicLong far = new AtomicLong();
        line.cutAfter(12);
        CompletableFuture<Sent> sending = bob.files().upload(original, (done, _) -> far.set(done));
        await("some of it is there", () -> far.get() > 200_000);
        shed.stopServer();
        shed.startServer();
        await(
                "it is sent",
                () -> {
                    bob.retryNow();
                    return sending.isDone();
                });
        long seq = send(bob, attachment(get(sending), null));
        await(
                "ann is back",
                () ->
                        ann.snapshot().state()
                                instanceof chatbois.client.session.SessionState.Online);
        Path target = folder.resolve("got");
        Attachment file = came(ann, seq).attachments().getFirst();
        get(ann.files().download(chat, seq, file, target, Progress.NONE));
        assertThat(target).hasSameBinaryContentAs(original);
    }

    @Test
    void fetching_goes_on_where_it_was_cut_off() throws Exception {
        Path original = file("original", 1_500_000);
        Sent sent = get(ann.files().upload(original, Progress.NONE));
        Attachment file = attachment(sent, null);
        long seq = send(ann, file);
        came(bob, seq);
        Path target = folder.resolve("got");
        AtomicLong far = new AtomicLong();
        var first = bob.files().download(chat, seq, file, target, (done, _) -> far.set(done));
        await("some of it is there", () -> far.get() > 100_000);
        line.cutNow();
        first.cancel(false);
        assertThat(part(file)).exists();
        List<Long> steps = new ArrayList<>();
        await("it can be written again", () -> again(seq, file, target, steps));
        assertThat(target).hasSameBinaryContentAs(original);
        assertThat(steps.getFirst()).isGreaterThan(0);
    }

    /// Where it lies until it is whole.
    private Path part(Attachment file) {
        String hash = file.hash().toString().substring(0, 24);
        return folder.resolve(".got." + hash + ".part");
    }

    private boolean again(long seq, Attachment file, Path target, List<Long> steps) {
        try {
            bob.retryNow();
            get(bob.files().download(chat, seq, file, target, (done, _) -> steps.add(done)));
            return true;
        } catch (Exception e) {
            return false; // the first one has not seen yet that nobody wants it
        }
    }

    @Test
    void what_lay_there_of_another_file_is_not_believed() throws Exception {
        Path original = file("original", 200_000);
        Attachment file = attachment(get(ann.files().upload(original, Progress.NONE)), null);
        long seq = send(ann, file);
        came(bob, seq);
        Files.write(Files.createFile(part(file), OnlyOwner.FILE), new byte[100_000]);
        Path target = folder.resolve("got");
        get(bob.files().download(chat, seq, file, target, Progress.NONE));
        assertThat(target).hasSameBinaryContentAs(original);
    }

    @Test
    void nothing_stays_of_a_file_whose_message_was_deleted() throws Exception {
        Path original = file("original", 200_000);
        Attachment file = attachment(get(ann.files().upload(original, Progress.NONE)), null);
        long seq = send(ann, file);
        came(bob, seq);
        Files.write(Files.createFile(part(file), OnlyOwner.FILE), new byte[100_000]);
        get(ann.chat(chat).deleteMessage(seq, ann.snapshot().me().id()));
        Path target = folder.resolve("got");
        assertThatThrownBy(() -> get(bob.files().download(chat, seq, file, target, Progress.NONE)))
                .hasMessageContaining("no such file")
                .hasMessageEndingWith("What had come of it was removed from here.");
        assertThat(part(file)).doesNotExist();
        assertThat(target).doesNotExist();
    }

    @Test
    void what_was_cut_off_goes_when_its_message_is_deleted() throws Exception {
        Path original = file("original", 1_500_000);
        Attachment file = attachment(get(ann.files().upload(original, Progress.NONE)), null);
        long seq = send(ann, file);
        Entry before = came(bob, seq);
        AtomicLong far = new AtomicLong();
        var fetching =
                bob.files().download(chat, seq, file, folder.resolve("got"), (n, _) -> far.set(n));
        await("some of it is there", () -> far.get() > 100_000);
        line.cutNow();
        fetching.cancel(false);
        assertThat(bob.files().forget(chat, before)).as("the message is there").isZero();
        assertThat(part(file)).exists();
        get(ann.chat(chat).deleteMessage(seq, ann.snapshot().me().id()));
        await("it is deleted", () -> !entry(ann, seq).getFirst().isMessage());
        Entry gone = came(ann, seq);
        assertThat(bob.files().forget(chat, gone)).isEqualTo(1);
        assertThat(part(file)).doesNotExist();
        assertThat(bob.files().forget(chat, gone)).as("once").isZero();
    }

    @Test
    void a_preview_is_fetched_once_and_kept() throws Exception {
        Path original = file("original", 5_000);
        byte[] track = Files.readAllBytes(file("track", 70_000));
        Sent sent = get(ann.files().upload(original, Progress.NONE));
        Sent preview = get(ann.files().upload(track));
        Preview shown = new Preview(preview.hash(), 70_000, 320, 180, 2, 80);
        long seq = send(ann, attachment(sent, shown));
        came(bob, seq);
        var both =
                List.of(bob.files().track(chat, seq, shown), bob.files().track(chat, seq, shown));
        for (CompletableFuture<byte[]> each : both) {
            assertThat(get(each)).isEqualTo(track);
        }
        line.unreachable(true);
        line.cutNow();
        assertThat(get(bob.files().track(chat, seq, shown))).isEqualTo(track);
    }

    @Test
    void what_is_described_anew_reads_so_for_everybody() throws Exception {
        Sent sent = get(ann.files().upload(file("original", 5_000), Progress.NONE));
        long seq = send(ann, attachment(sent, null));
        came(ann, seq);
        get(ann.files().describe(chat, seq, 0, "a tree"));
        get(ann.files().describe(chat, seq, 0, "an old tree"));
        came(bob, seq);
        await("bob reads it", () -> alt(seq).equals("an old tree"));
        Session elsewhere = shed.again("bob");
        Entry entry = get(elsewhere.chat(chat).entry(seq)).getFirst();
        assertThat(entry.attachments().getFirst().alt()).isEqualTo("an old tree");
        await("ann has it", () -> !ann.snapshot().chats().isEmpty());
        get(ann.chat(chat).deleteMessage(seq, ann.snapshot().me().id()));
        await("it is gone", () -> alt(seq).isEmpty());
    }

    private String alt(long seq) {
        List<Attachment> files = entry(bob, seq).getFirst().attachments();
        return files.isEmpty() || files.getFirst().alt() == null ? "" : files.getFirst().alt();
    }

    @Test
    void what_is_not_taken_is_told_in_words() throws Exception {
        get(ann.change(new FilesSet(1_000L, null, null)));
        Path large = file("large.bin", 200_000);
        assertThatThrownBy(() -> get(ann.files().upload(large, Progress.NONE)))
                .hasMessageContaining("large.bin has 0.2 MB")
                .hasMessageContaining("at most 1,000 bytes");
        Path empty = file("empty", 0);
        assertThatThrownBy(() -> get(ann.files().upload(empty, Progress.NONE)))
                .hasMessageContaining("is empty");
        Attachment unsent = new Attachment(Sha256.of(new byte[1]), 9, "a", "a/b", null, null);
        assertThatThrownBy(() -> send(ann, unsent)).hasMessageContaining("attach it again");
        Attachment file =
                attachment(get(ann.files().upload(file("small", 900), Progress.NONE)), null);
        long seq = send(ann, file);
        Attachment other = new Attachment(Bytes32.ZERO, 9, "a", "a/b", null, null);
        Path target = folder.resolve("got");
        assertThatThrownBy(() -> get(ann.files().download(chat, seq, other, target, Progress.NONE)))
                .hasMessageContaining("no such file");
    }
}

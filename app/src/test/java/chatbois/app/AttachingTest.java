package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.Communities;
import chatbois.client.link.Dialer;
import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.log.LogId;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.name.ChatName;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Sentences;
import chatbois.terminal.command.Spot;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What ann types about files, through a real server.
@Timeout(120)
class AttachingTest {
    @TempDir Path folder;
    private TestCommunity shed;
    private Session ann;
    private LogId chat;
    private Communities none;
    private Actions actions;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(folder.resolve("shed"));
        ann = shed.owner("ann");
        chat = ann.makeChat(new ChatName("tools"), List.of()).get();
        none = new Communities(shed.home("nobody"), shed.outside(Dialer.overTls()), () -> {});
        actions = new Actions(none, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        none.close();
        shed.close();
    }

    private CompletableFuture<Outcome> begin(String line) {
        return actions.run(Input.read(line), new Spot(ann, chat));
    }

    /// What is told then, a sentence of refusal too.
    private String typed(String line) throws Exception {
        return told(begin(line));
    }

    private static String told(CompletableFuture<Outcome> done) throws Exception {
        try {
            return String.join("\n", done.get(60, TimeUnit.SECONDS).text());
        } catch (ExecutionException e) {
            return Sentences.of(e);
        }
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<Entry> messages() {
        return ann.chat(chat).newest(50).join().stream().filter(Entry::isMessage).toList();
    }

    /// The newest message, once ann's own client has one.
    private Entry newest() {
        await("ann has a message", () -> !messages().isEmpty());
        return messages().getLast();
    }

    @Test
    void what_is_called_a_film_but_is_none_that_is_known_is_sent_with_the_reason()
            throws Exception {
        Path list = file("list.mp4", "#EXTM3U\nhttp://example.org/a.ts\n");
        assertThat(typed("/attach " + list))
                .startsWith(
                        "Sent without a picture of it: list.mp4 can't be read: it is no picture");
        Attachment sent = newest().attachments().getFirst();
        assertThat(sent.name()).isEqualTo("list.mp4");
        assertThat(sent.preview()).isNull();
    }

    @Test
    void nothing_is_sent_of_a_film_that_has_ended_where_it_should_begin() throws Exception {
        Path film = twoPictures(folder.resolve("blink.gif"));
        assertThat(typed("/attach " + film + " --from 1:20 look"))
                .isEqualTo(
                        "blink.gif lasts 0:00 and has nothing to show from 1:20 on. Nothing was sent.");
        assertThat(messages()).isEmpty();
    }

    @Test
    void what_is_too_large_is_refused_before_a_picture_is_made_of_it() throws Exception {
        Path film = twoPictures(folder.resolve("blink.gif"));
        long size = Files.size(film);
        ann.change(new FilesSet(size - 1, null, null)).get();
        assertThat(typed("/attach " + film))
                .startsWith("blink.gif has %d bytes, and this community takes".formatted(size));
        assertThat(typed("/attach " + file("a.txt", "a") + " " + file("empty.png", "")))
                .endsWith("there is nothing to send.");
        assertThat(folder.resolve("shed/server/files")).as("not even a.txt").doesNotExist();
        Path small =
                file(
                        "sun.svg",
                        "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'>"
                                + "<circle cx='150' cy='150' r='99'/></svg>");
        ann.change(new FilesSet(Files.size(small), null, null)).get();
        assertThat(typed("/attach " + small))
                .startsWith("Sent without a picture of it: that would be larger than files may");
        assertThat(newest().attachments().getFirst().preview()).isNull();
    }

    private static Path twoPictures(Path gif) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(gif.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++) {
                BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        }
        return gif;
    }

    @Test
    void files_that_are_on_their_way_are_stopped() throws Exception {
        assertThat(typed("/cancel")).isEqualTo("No file is being sent or fetched in this chat.");
        shed.stopServer();
        await("ann is offline", () -> !(ann.snapshot().state() instanceof SessionState.Online));
        CompletableFuture<Outcome> sending = begin("/attach " + file("a.txt", "a") + " here it is");
        await("it waits for the server", actions::areFilesUnderWay);
        await("it is stopped", () -> begin("/cancel").join().text().isEmpty());
        assertThat(told(sending)).startsWith("Stopped, and nothing was said here.");
        assertThat(actions.areFilesUnderWay()).isFalse();
        shed.startServer();
        ann.retryNow();
        ann.online().get();
        typed("later");
        assertThat(newest().attachments()).isEmpty();
        assertThat(messages()).hasSize(1);
    }

    /// A message with two files; gives its place.
    private long two() throws Exception {
        typed("/attach " + file("a.txt", "aa") + " " + file("b.txt", "bbb") + " both");
        return newest().seq();
    }

    @Test
    void all_files_of_a_message_are_saved_or_the_one_that_is_named() throws Exception {
        long seq = two();
        Path to = Files.createDirectory(folder.resolve("to"));
        assertThat(typed("/save #" + seq + " " + to))
                .isEqualTo(
                        "Message #%1$d has 2 files, #%1$d.1 to #%1$d.2:\nsaved as %2$s\nsaved as %3$s"
                                .formatted(seq, to.resolve("a.txt"), to.resolve("b.txt")));
        assertThat(to.resolve("b.txt")).hasContent("bbb");
        assertThat(typed("/save #" + seq + ".2 " + to))
                .isEqualTo("There already, the very same file: " + to.resolve("b.txt"));
        assertThat(typed("/save #" + seq + ".2 " + to.resolve("second")))
                .isEqualTo("Saved as " + to.resolve("second"));
        assertThat(to.resolve("second")).hasContent("bbb");
        assertThat(typed("/save 1 " + to.resolve("first"))).endsWith("first");
        assertThat(typed("/save #" + seq + " " + to.resolve("name")))
                .contains("name a folder for all, or say which: /save #" + seq + ".1 NAME");
    }

    @Test
    void files_are_counted_alike_and_what_there_is_none_of_is_said_alike() throws Exception {
        long seq = two();
        long text = ann.send(chat, "no file", false).get().seq();
        for (String command : List.of("/save #%s", "/open #%s", "/describe #%s words")) {
            assertThat(typed(command.formatted(seq + ".3")))
                    .as(command)
                    .isEqualTo("Message #%1$d has 2 files, #%1$d.1 to #%1$d.2.".formatted(seq));
            assertThat(typed(command.formatted(seq + ".0"))).contains("counted from 1");
            assertThat(typed(command.formatted("99"))).isEqualTo("There is no message #99 here.");
        }
        assertThat(typed("/save #" + text)).isEqualTo("No file came with message #" + text + ".");
        assertThat(typed("/describe #" + seq + " words")).contains("say which: /describe");
        assertThat(typed("/describe #" + seq + ".2 three letters")).startsWith("Described");
        await("it is described", () -> "three letters".equals(described(seq).getLast().alt()));
        assertThat(typed("/open #" + seq)).contains("#" + seq + ".2  b.txt", "/open #");
    }

    private List<Attachment> described(long seq) {
        return ann.chat(chat).entry(seq).join().getLast().attachments();
    }

    @Test
    void where_pictures_are_hidden_is_kept_when_a_chat_gets_another_name() throws Exception {
        assertThat(typed("/pictures"))
                .isEqualTo("Pictures in #tools are shown; /pictures off hides them.");
        typed("/set media.not-in #soup, #tools");
        assertThat(typed("/pictures off"))
                .isEqualTo("Pictures in #tools are hidden; /pictures on shows them.");
        typed("/rename sheds");
        await(
                "it is renamed",
                () -> new Spot(ann, chat).info().orElseThrow().title().equals("sheds"));
        assertThat(typed("/pictures")).startsWith("Pictures in #sheds are hidden");
        LogId soup = ann.makeChat(new ChatName("soup"), List.of()).get();
        await("there is a second chat", () -> ann.snapshot().chats().size() == 2);
        assertThat(soup).isNotEqualTo(chat);
        assertThat(typed("/pictures on"))
                .isEqualTo(
                        "Pictures in #sheds are shown; /pictures off hides them.\nThey are hidden in"
                                + " #soup, too.");
    }
}

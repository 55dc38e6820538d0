package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
import chatbois.terminal.command.ScriptLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What scripts get of a chat, read from a real server.
@Timeout(60)
class ScriptLinesTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private Session bob;
    private LogId tools;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
        tools = ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
        TestCommunity.await("bob is there", () -> bob.snapshot().chats().size() == 1);
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void a_line_says_what_a_message_answers_for_whom_it_is_and_what_was_done_to_it()
            throws Exception {
        long asked = said(ann, "who has the saw? @all");
        long answer = answered(bob, asked, "me");
        long thanks = answered(ann, answer, "thanks, @bob");
        bob.chat(tools).react(thanks, new Emoji("👍")).get();
        awaitAll(thanks + 1);
        long edit = ann.chat(tools).edit(thanks, "thank you, @bob").get().seq();
        awaitAll(edit);
        ann.chat(tools).deleteMessage(asked, ann.snapshot().me().id()).get();
        List<String> lines = lines(1);
        assertThat(lines.getFirst())
                .contains("\"seq\":1,", "\"author\":\"ann\",\"member\":\"", "\"kind\":\"event\"")
                .doesNotContain("replyTo", "thread", "mentions", "signed", "null");
        assertThat(line(asked)).contains("\"kind\":\"deleted\"", "\"deletedBy\":\"ann\"");
        assertThat(line(answer))
                .contains("\"replyTo\":" + asked, "\"thread\":" + asked)
                .contains("\"mentions\":[\"ann\"]");
        assertThat(line(thanks))
                .contains("\"text\":\"thank you, @bob\"", "\"edited\":" + edit)
                .contains("\"replyTo\":" + answer + ",\"thread\":" + asked)
                .contains("\"reactions\":[{\"emoji\":\"\\uD83D\\uDC4D\",\"by\":[\"bob\"]}]");
        assertThat(line(edit)).contains("\"kind\":\"change\"", "\"about\":" + thanks);
    }

    @Test
    void everybody_is_named_as_such_and_a_thread_is_known_from_its_middle_on() throws Exception {
        long first = said(ann, "lunch, @all");
        long second = answered(bob, first, "at one");
        long third = answered(ann, second, "good");
        assertThat(line(first)).contains("\"everyone\":true").doesNotContain("mentions");
        assertThat(lines(third).getFirst()).contains("\"thread\":" + first);
    }

    private String line(long seq) throws Exception {
        return lines(1).get((int) seq - 1);
    }

    private List<String> lines(long from) throws Exception {
        ScriptLines lines = new ScriptLines(ann, tools);
        List<String> read = new ArrayList<>();
        ann.readSigned(tools, from, (event, entry) -> read.add(lines.line(event, entry)));
        return read;
    }

    private long said(Session by, String text) throws Exception {
        long seq = by.send(tools, text, false).get().seq();
        awaitAll(seq);
        return seq;
    }

    private long answered(Session by, long to, String text) throws Exception {
        var message = by.chat(tools).entry(to).get().getFirst();
        long seq = by.reply(tools, message, text, false).get().seq();
        awaitAll(seq);
        return seq;
    }

    private void awaitAll(long seq) {
        for (Session member : List.of(ann, bob)) {
            TestCommunity.await(
                    "it is there", () -> member.snapshot().chats().getFirst().size() >= seq);
        }
    }
}

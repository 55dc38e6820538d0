package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.link.Dialer;
import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.terminal.line.LineMode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Bob and others talk in lines, through a pipe or at a keyboard, over a real server.
final class LineTalk implements AutoCloseable {
    /// What was printed, and the exit code.
    record Heard(int code, String printed) {}

    final TestCommunity shed;
    final Session ann;
    final LogId tools;

    LineTalk(Path directory) throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        Session bob = shed.invited(ann, "bob");
        tools = ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
        // Else it is news to the one who comes next.
        TestCommunity.await("bob has heard of it", () -> bob.snapshot().chats().size() == 1);
        bob.close();
    }

    @Override
    public void close() {
        shed.close();
    }

    Heard pipe(String member, String input) {
        return pipe(member, input, "");
    }

    Heard pipe(String member, String input, String asks) {
        var printed = new ByteArrayOutputStream();
        int code = run(member, new BufferedReader(new StringReader(input)), asks, printed);
        return new Heard(code, printed.toString(StandardCharsets.UTF_8));
    }

    private int run(String member, BufferedReader in, String asks, OutputStream printed) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            return new LineMode(shed.home(member), shed.outside(Dialer.overTls()), in, out)
                    .run(asks, /* newcomer= */ false, /* columns= */ 80);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    LogId named(String title) {
        TestCommunity.await(
                "there is a chat " + title,
                () -> ann.snapshot().chats().stream().anyMatch(c -> c.title().equals(title)));
        return ann.snapshot().chats().stream()
                .filter(chat -> chat.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// Ann's client has to hear of it first.
    void assertSaid(LogId chat, String... texts) {
        TestCommunity.await("so much is said", () -> said(chat).size() >= texts.length);
        assertThat(said(chat)).containsExactly(texts);
    }

    List<String> said(LogId chat) {
        List<String> texts = new ArrayList<>();
        try {
            ann.read(
                    chat,
                    1,
                    (Entry entry) -> {
                        switch (entry.said()) {
                            case Said.Text(String text) -> texts.add(text);
                            case Said.Action(String text) -> texts.add("* " + text);
                            default -> {}
                        }
                    });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    /// Bob at a keyboard.
    final class Talk {
        private final PipedWriter keyboard = new PipedWriter();
        private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        private final CompletableFuture<Integer> client;

        Talk() throws IOException {
            this("");
        }

        /// @param asks empty for a pipe
        Talk(String asks) throws IOException {
            var in = new BufferedReader(new PipedReader(keyboard));
            client =
                    CompletableFuture.supplyAsync(
                            () -> run("bob", in, asks, printed), Thread::startVirtualThread);
        }

        void type(String line) throws IOException {
            keyboard.write(line + "\n");
            keyboard.flush();
        }

        void await(String words) {
            try {
                TestCommunity.await("it prints " + words, () -> printed().contains(words));
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + ", but:\n" + printed(), e);
            }
        }

        String printed() {
            return printed.toString(StandardCharsets.UTF_8);
        }

        int exitCode() throws Exception {
            return client.get();
        }
    }
}

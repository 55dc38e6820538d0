package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.Timeline;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is sent of formatted text, over a real server.
@Timeout(60)
class FormattingTest {
    @Test
    void names_of_emoji_are_sent_as_emoji_and_all_else_as_it_was_typed(@TempDir Path directory)
            throws Exception {
        try (TestCommunity shed = new TestCommunity(directory)) {
            Session ann = shed.owner("ann");
            Session bob = shed.invited(ann, "bob");
            LogId tools =
                    ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
            Typist typist = new Typist(shed, ann, tools);
            TestCommunity.await("ann is in", () -> !ann.snapshot().chats().isEmpty());
            assertThat(typist.types("*well* done :tada: `:tada:` 10:100:30 \\:tada:")).isEmpty();
            assertThat(typist.types("/me drinks :coffee:")).isEmpty();
            List<Said> said =
                    List.of(
                            new Said.Text("*well* done 🎉 `:tada:` 10:100:30 :tada:"),
                            new Said.Action("drinks ☕"));
            TestCommunity.await("bob is in", () -> !bob.snapshot().chats().isEmpty());
            Timeline timeline = bob.timeline(tools);
            TestCommunity.await("both are there", () -> said(timeline).size() >= 3);
            assertThat(said(timeline)).containsSubsequence(said);
        }
    }

    private static List<Said> said(Timeline timeline) {
        return timeline.view().entries().stream().map(Entry::said).toList();
    }
}

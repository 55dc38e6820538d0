package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.session.Findings;
import chatbois.client.session.Findings.Finding;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.terminal.command.Lookup;
import chatbois.terminal.command.Spot;
import chatbois.terminal.command.WrongUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Looking for what was said, from what is typed to the server and back.
@Timeout(60)
class SearchTest {
    @TempDir Path directory;
    private final Lookup lookup = new Lookup(Clock.systemUTC());
    private TestCommunity shed;
    private Session ann;
    private Session bob;
    private LogId tools;
    private LogId garden;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
        tools = ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
        garden = ann.makeChat(new ChatName("big garden"), List.of()).get();
        ann.send(tools, "who has the blue saw?", false).get();
        bob.send(tools, "the saw is in `the` shed", false).get();
        ann.send(garden, "ann: sow, not saw", false).get();
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void what_is_typed_is_found_by_who_may_read_it() throws Exception {
        assertThat(found(ann, "SAW"))
                .containsExactly(
                        "#big garden ann: ann: sow, not saw",
                        "#tools bob: the saw is in `the` shed",
                        "#tools ann: who has the blue saw?");
        assertThat(found(bob, "saw"))
                .containsExactly(
                        "#tools bob: the saw is in `the` shed",
                        "#tools ann: who has the blue saw?");
        assertThat(found(bob, "from:me has:code")).hasSize(1);
        assertThat(found(ann, "in:\"big garden\" sa*")).hasSize(1);
        assertThat(found(ann, "saw from:ann in:#tools after:today before:2999"))
                .containsExactly("#tools ann: who has the blue saw?");
        assertThat(found(ann, "\"blue saw\" in:here")).hasSize(1);
        assertThat(found(ann, "saw -shed -sow")).hasSize(1);
        assertThat(found(bob, "in:tools"))
                .containsExactly(
                        "#tools bob: the saw is in `the` shed",
                        "#tools ann: who has the blue saw?");
        assertThat(found(bob, "in:tools before:2020")).isEmpty();
        assertThat(found(bob, "after:today")).hasSize(2);
    }

    @Test
    void a_wrong_question_is_answered_with_what_would_be_right() {
        assertWrong("\"blue", "not closed");
        assertWrong("-saw", "Say what to look for");
        assertWrong("-saw in:tools", "Say what to look for");
        assertWrong("in:cellar saw", "no chat called cellar");
        assertWrong("has:teeth", "has:link, has:code, has:file or has:picture");
        assertWrong("saw before:soon", "before: takes a day as 2026-11-25");
        assertWrong("saw from:", "right behind from:");
        assertWrong("-from:bob saw", "Only words");
        assertWrong("w ".repeat(17), "at most 16");
        assertThatThrownBy(() -> found(ann, "from:nobody")).hasMessageContaining("nobody");
        assertThatThrownBy(() -> found(bob, "in:garden saw")).hasMessageContaining("no chat");
    }

    private void assertWrong(String typed, String sentence) {
        assertThatThrownBy(() -> found(ann, typed))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_hit_leads_to_its_place_in_the_verified_log() throws Exception {
        for (int i = 0; i < 500; i++) {
            ann.send(tools, "filler " + i, false).get();
        }
        Finding first = find(bob, "blue").found().getFirst();
        var around = bob.chat(tools).around(first.seq()).get();
        assertThat(around).hasSize(3);
        assertThat(around.get(1).said()).isEqualTo(new Said.Text("who has the blue saw?"));
        var timeline = bob.timeline(tools);
        timeline.to(first.seq()).get();
        assertThat(timeline.view().entries()).anyMatch(entry -> entry.seq() == first.seq());
        timeline.newer().get();
        assertThat(timeline.view().entries()).hasSizeGreaterThan(200);
    }

    @Test
    void what_a_blocked_member_says_is_not_shown() throws Exception {
        bob.blocks().block(ann.snapshot().me().id()).get();
        assertThat(found(bob, "saw")).containsExactly("#tools bob: the saw is in `the` shed");
    }

    private Findings find(Session by, String typed) throws Exception {
        return lookup.find(typed, new Spot(by, tools), null).get();
    }

    private List<String> found(Session by, String typed) throws Exception {
        return find(by, typed).found().stream()
                .map(one -> Lookup.chat(one) + " " + one.author() + ": " + Lookup.excerpt(one))
                .toList();
    }
}

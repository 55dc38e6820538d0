package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.Communities;
import chatbois.client.link.Dialer;
import chatbois.client.session.Entry;
import chatbois.client.session.Files.Progress;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.Timeline;
import chatbois.log.LogId;
import chatbois.protocol.Invite;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.event.Preview;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Spot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What bob passes on from the tools to the soup, through a real server.
@Timeout(120)
class ForwardsTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private Session bob;
    private LogId tools;
    private LogId soup;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory.resolve("shed"));
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
        tools = ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
        soup = ann.makeChat(new ChatName("soup"), List.of(bob.snapshot().me().id())).get();
        await("bob is in both", () -> bob.snapshot().chats().size() == 2);
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void a_message_becomes_a_quote_that_calls_nobody() throws Exception {
        long seq = bob.send(tools, "@ann: me\nand ann", false).get().seq();
        await("ann has it", () -> ann.snapshot().mentions() == 1);
        assertThatThrownBy(() -> typed("/forward #" + seq + " soup @ann"))
                .hasMessageContaining("ann");
        assertThat(typed("/forward #" + seq + " #soup"))
                .containsExactly("Message #" + seq + " is in #soup.");
        assertThatThrownBy(() -> typed("/forward #3")).hasMessageContaining("Type /forward");
        assertThat(text(newestOfSoup()))
                .matches("Forwarded from bob, \\S+ \\S+ UTC:\n> @ann: me\n> and ann");
        assertThat(ann.snapshot().mentions()).isEqualTo(1);
    }

    @Test
    void files_go_along_and_stay_when_the_first_message_is_deleted() throws Exception {
        Attachment picture = picture(ann);
        long seq = ann.send(tools, "", false, null, List.of(picture)).get().seq();
        await("bob has it", () -> hasTheNewest(bob, seq));
        typed("/forward #" + seq + " soup");
        Entry there = newestOfSoup();
        assertThat(text(there)).matches("Forwarded from ann, \\S+ \\S+ UTC:");
        assertThat(there.attachments()).containsExactly(picture);
        ann.chat(tools).deleteMessage(seq, ann.snapshot().me().id()).get();
        Path got = directory.resolve("got");
        ann.files().download(soup, there.seq(), picture, got, Progress.NONE).get();
        assertThat(got).hasSameBinaryContentAs(directory.resolve("original"));
        Preview preview = Objects.requireNonNull(picture.preview());
        assertThat(bob.files().track(soup, there.seq(), preview).get()).hasSize(preview.size());
    }

    @Test
    void a_file_that_the_member_has_no_room_for_keeps_the_message_back() throws Exception {
        long seq = ann.send(tools, "Look", false, null, List.of(picture(ann))).get().seq();
        await("bob has it", () -> hasTheNewest(bob, seq));
        ann.change(new FilesSet(null, 1_000L, null)).get();
        assertThatThrownBy(() -> typed("/forward #" + seq + " soup"))
                .hasMessageContaining("Your files have");
        bob.send(soup, "Nothing before?", false).get();
        newestOfSoup();
        assertThat(ann.timeline(soup).view().entries()).filteredOn(Entry::isMessage).hasSize(1);
    }

    @Test
    void into_another_community_goes_what_has_no_files() throws Exception {
        try (TestCommunity barn = new TestCommunity(directory.resolve("barn"))) {
            Session eve = barn.owner("eve");
            Invite invite = eve.makeInvite(Role.MEMBER, 1, null).get();
            Session bobs =
                    Session.join(
                            shed.home("bob"),
                            invite,
                            new MemberName("bob"),
                            barn.outside(Dialer.overTls()),
                            () -> {});
            barn.online(bobs);
            eve.makeChat(new ChatName("hay"), List.of(bobs.snapshot().me().id())).get();
            await("bob is in it", () -> bobs.snapshot().chats().size() == 1);
            long plain = bob.send(tools, "Hello", false).get().seq();
            long seq = bob.send(tools, "Look", false, null, List.of(picture(bob))).get().seq();
            assertThatThrownBy(() -> typed("/forward #" + seq + " soup hay"))
                    .hasMessageContaining("nothing was forwarded: /save #" + seq);
            assertThat(typed("/forward #" + plain + " hay"))
                    .containsExactly("Message #" + plain + " is in #hay.");
        }
    }

    private Attachment picture(Session by) throws Exception {
        Path original = Files.write(directory.resolve("original"), new byte[5_000]);
        byte[] track = {1, 2, 3};
        var file = by.files().upload(original, Progress.NONE).get();
        var shown = by.files().upload(track).get();
        Preview preview = new Preview(shown.hash(), track.length, 320, 180, 1, 0);
        return new Attachment(file.hash(), file.size(), "a.png", "image/png", "a hoe", preview);
    }

    private boolean hasTheNewest(Session who, long seq) {
        return who.snapshot().chats().stream()
                .anyMatch(chat -> chat.id().equals(tools) && chat.size() >= seq);
    }

    private Entry newestOfSoup() throws Exception {
        Timeline there = ann.timeline(soup);
        await("it is there", () -> there.view().entries().stream().anyMatch(Entry::isMessage));
        return there.view().entries().getLast();
    }

    private static String text(Entry entry) {
        return entry.said() instanceof Said.Text(String text) ? text : entry.said().toString();
    }

    /// Bob types it where the tools are.
    private List<String> typed(String line) throws Exception {
        try (Communities bobs =
                new Communities(shed.home("bob"), shed.outside(Dialer.overTls()), () -> {})) {
            for (Session each : bobs.openAll()) {
                each.online().get();
            }
            Session here =
                    bobs.sessions().stream()
                            .filter(each -> each.community().equals(bob.community()))
                            .findFirst()
                            .orElseThrow();
            return new Actions(bobs, Clock.systemUTC())
                    .run(Input.read(line), new Spot(here, tools))
                    .get()
                    .text();
        }
    }
}

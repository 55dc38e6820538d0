package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What scripts see of the program: exit codes, data on standard output, talk on the other.
@Tag("e2e")
class ScriptsTest extends Hosted {
    private static final File FULL = new File("/dev/full");

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void found() throws Exception {
        assertThat(run("join", host.ownerInvite(), "--as", "anna", "--no-ui").code()).isZero();
        assertThat(run("new", "plans").code()).isZero();
        assertThat(run("send", "plans", "one").code()).isZero();
    }

    @Test
    void output_that_can_t_be_written_is_no_success() throws Exception {
        for (List<String> line :
                List.of(
                        List.of("read", "plans"),
                        List.of("read", "plans", "--json"),
                        List.of("chats", "--json"),
                        List.of("admin", "who"),
                        List.of("admin", "audit", "--json"))) {
            Process process = builder(line).redirectOutput(FULL).start();
            String err = text(process.errorReader());
            assertThat(code(process)).as(line + ": " + err).isEqualTo(1);
            assertThat(err).contains("standard output takes no more").hasLineCount(1);
        }
    }

    @Test
    void a_reader_of_a_pipe_that_ends_ends_who_follows_without_a_word() throws Exception {
        Process following = builder(List.of("read", "plans", "--follow")).start();
        try (BufferedReader pipe = following.inputReader()) {
            assertThat(pipe.readLine()).contains("made this chat");
        }
        assertThat(run("send", "plans", "two").code()).isZero();
        assertThat(code(following)).isEqualTo(141);
        assertThat(text(following.errorReader())).isEmpty();
    }

    @Test
    void files_are_sent_and_saved_by_scripts() throws Exception {
        Path summit = Files.writeString(directory.resolve("summit.txt"), "a cross, in fog");
        Path other = Files.writeString(directory.resolve("b.bin"), "bb");
        Ran sent =
                run(
                        "send",
                        "--json",
                        "--file",
                        summit.toString(),
                        "--file",
                        other.toString(),
                        "--alt",
                        "A cross.",
                        "plans",
                        "up there");
        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(sent.err()).isEmpty();
        assertThat(sent.out()).contains("\"seq\":3", "\"name\":\"summit.txt\"", "\"size\":15");
        assertThat(run("read", "plans").out())
                .contains("anna: up there [summit.txt, 15 bytes: A cross.] [b.bin, 2 bytes]");
        assertThat(run("read", "plans", "--json").out()).contains("\"alt\":\"A cross.\"");
        assertThat(run("read", "plans", "--numbers", "--since", "2").out()).startsWith("#3 ");
        Path target = Files.createDirectory(directory.resolve("saved"));
        Ran saved = run("save", "plans", "3", "--to", target.toString());
        assertThat(saved.out().lines())
                .containsExactly(
                        target.resolve("summit.txt").toString(),
                        target.resolve("b.bin").toString());
        assertThat(target.resolve("summit.txt")).hasSameBinaryContentAs(summit);
        Ran again = run("save", "plans", "3", "--number", "2", "--to", target.toString());
        assertThat(again.code()).as("the very same is there").isZero();
        assertThat(again.err()).contains("b.bin is there already, and is the very same file");
        Path second = target.resolve("second");
        assertThat(run("save", "plans", "#3.2", "--to", second.toString()).code()).isZero();
        assertThat(second).hasContent("bb");
        Ran taken = run("save", "plans", "3.1", "--to", second.toString());
        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.err()).contains("is another file; name another place with --to");
        assertThat(second).hasContent("bb");
        assertThat(run("save", "plans", "3.1", "--to", target + "/new/").err())
                .contains("saved/new/ is no folder that is there; make it first");
        assertThat(run("save", "plans", "3.1", "--to", target + "/new/a").err())
                .contains("There is no folder " + target + "/new to write into.");
        assertThat(target.resolve("new")).doesNotExist();
        assertThat(run("save", "plans", "3.3").err()).contains("Message #3 has 2 files");
        assertThat(run("save", "plans", "3.2", "--number", "1").code()).isEqualTo(2);
        assertThat(run("save", "plans", "2").err()).contains("No file came with message 2");
        assertThat(run("send", "plans").code()).isEqualTo(2);
        assertThat(run("send", "--file", "nowhere", "plans").err()).contains("is no file");
        List<String> many = new ArrayList<>(List.of("send", "plans"));
        Collections.nCopies(11, "--file=" + summit).forEach(many::add);
        Ran refused = run(many.toArray(String[]::new));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("at most 10 files", "nothing was sent");
    }

    @Test
    void a_picture_is_sent_with_a_preview() throws Exception {
        Path picture = directory.resolve("dot.png");
        ImageIO.write(
                new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Ran sent = run("send", "plans", "--json", "--file", picture.toString());
        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(sent.out()).contains("\"type\":\"image/png\"");
        assertThat(run("export", "plans", directory.resolve("all.jsonl").toString()).code())
                .isZero();
        assertThat(directory.resolve("all.jsonl"))
                .content()
                .contains("\\\"width\\\":40", "\\\"height\\\":20");
    }

    @Test
    void a_number_that_makes_no_sense_is_refused_and_nothing_is_made() throws Exception {
        for (String[] options : new String[][] {{"--days", "-1"}, {"--uses", "0"}}) {
            Ran ran = run("invite", options[0], options[1]);
            assertThat(ran.code()).as(ran.err()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
        }
        assertThat(run("admin", "invites").out()).contains("No invite is open");
    }

    @Test
    void what_a_slash_command_does_is_done_by_a_script_with_data_for_lists() throws Exception {
        assertThat(run("admin", "newrole", "greeter", "50", "invite").out())
                .contains("There is a role greeter now");
        assertThat(run("invite", "--role", "greeter").out()).startsWith("chatbois://");
        assertThat(run("admin", "--json", "audit", "role").out())
                .contains("\"who\":\"anna\"", "\"action\":\"role-made\"", "\"event\":");
        assertThat(run("admin", "--json", "who").out())
                .contains("\"member\":\"anna\"", "\"idle\":", "\"address\":\"127.0.0.1\"");
        assertThat(run("admin", "--json", "members").out())
                .isEqualTo(
                        "{\"member\":\"anna\",\"role\":\"owner\",\"status\":\"\",\"presence\":\"offline\"}\n");
        assertThat(run("admin", "--json", "--chat", "plans", "members").out())
                .startsWith("{\"member\":\"anna\",\"role\":\"owner\",\"here\":\"owner\"");
        assertThat(run("admin", "--json", "role").out())
                .contains("{\"role\":\"greeter\",\"rank\":50,\"members\":0,");
        assertThat(run("admin", "--json", "invites").out())
                .contains("\"role\":\"greeter\",\"by\":\"anna\",\"uses_left\":1,\"until\":\"2");
        assertThat(run("admin", "--json", "chats").out())
                .contains("\"chat\":\"#plans\",\"id\":\"", "\"state\":\"private\",\"unread\":0}");
        assertThat(run("admin", "--json", "panic").out())
                .contains("{\"level\":5,\"now\":true,\"meaning\":\"");
        assertThat(run("admin", "announce", "hello").code()).isZero();
    }

    @Test
    void a_paper_key_is_not_shown_where_it_can_not_be_proven() throws Exception {
        Ran recovery = run("admin", "recovery");
        assertThat(recovery.code()).isEqualTo(1);
        assertThat(recovery.out()).isEmpty();
        assertThat(recovery.err()).contains("type /recovery in ./chatbois").hasLineCount(1);
        Ran bare = run("admin", "topic", "news");
        assertThat(bare.code()).isEqualTo(2);
        assertThat(bare.err()).contains("--chat CHAT");
    }

    @Test
    void a_host_whose_invites_name_another_port_is_told() throws Exception {
        Process server =
                builder(
                                List.of(
                                        "--server",
                                        "--name=Garden",
                                        "--address=127.0.0.1:443",
                                        "--listen=127.0.0.1:0",
                                        "--data=" + directory.resolve("garden"),
                                        "--recovery-out=" + directory.resolve("garden-words")))
                        .start();
        try (BufferedReader out = server.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.startsWith("Invites name port 443")) {
                line = out.readLine();
            }
            assertThat(line).contains("the server listens on");
        } finally {
            server.destroy();
        }
        assertThat(code(server)).isIn(0, 143);
    }

    @Test
    void a_directory_that_is_not_there_is_not_made_by_looking_at_it() throws Exception {
        Path none = directory.resolve("none");
        Ran check = run("--server", "--check", "--data=" + none);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).contains("there is no directory " + none);
        assertThat(none).doesNotExist();
    }

    @Test
    void what_goes_wrong_is_told_on_stderr_with_an_exit_code() throws Exception {
        Ran unknown = run("admin", "fly");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no command fly").hasLineCount(2);
        Ran bare = run("admin", "kick");
        assertThat(bare.code()).isEqualTo(2);
        assertThat(bare.err()).contains("Type /kick MEMBER [REASON].").hasLineCount(2);
        Ran link = run("admin", "link");
        assertThat(link.code()).isEqualTo(1);
        assertThat(link.err()).contains("type /link").hasLineCount(1);
        Ran nobody = run("admin", "kick", "nobody");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("Nobody here is called nobody").hasLineCount(1);
        assertThat(run("admin").out()).contains("/ban ", "/audit ");
    }

    @Test
    void a_display_that_nobody_answers_at_keeps_no_picture_from_being_drawn() throws Exception {
        Path flag =
                Files.writeString(
                        directory.resolve("flag.svg"),
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">
                        <rect width="40" height="20" fill="red"/><text y="15">Hi</text></svg>
                        """);
        ProcessBuilder art = builder(List.of("art", "--size", "4x1", flag.toString()));
        art.environment().put("DISPLAY", ":4711");
        Process process = art.start();
        assertThat(text(process.inputReader())).hasLineCount(1);
        assertThat(code(process)).isZero();
    }

    private Ran run(String... arguments) throws Exception {
        Process process = builder(List.of(arguments)).start();
        String out = text(process.inputReader());
        String err = text(process.errorReader());
        return new Ran(code(process), out, err);
    }

    private ProcessBuilder builder(List<String> arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "chatbois.app.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CHATBOIS_HOME", directory.resolve("anna").toString());
        return builder;
    }

    private static String text(BufferedReader reader) throws IOException {
        return reader.readAllAsString();
    }

    private static int code(Process process) throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }
}

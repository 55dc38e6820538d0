package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.cellart.source.Wish;
import chatbois.log.Sha256;
import chatbois.protocol.event.Attachment;
import chatbois.terminal.command.Targets.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is typed about files.
class ToAttachTest {
    @TempDir private Path folder;
    private String cat = "";
    private String dog = "";

    @BeforeEach
    void files() throws IOException {
        cat = Files.writeString(folder.resolve("a cat.png"), "x").toString();
        dog = Files.writeString(folder.resolve("dog.mp4"), "x").toString();
    }

    @Test
    void files_come_first_and_what_is_said_with_them_behind() {
        ToAttach typed = ToAttach.of(List.of(cat, dog, "look", "at", dog));
        assertThat(typed.files()).containsExactly(Path.of(cat), Path.of(dog));
        assertThat(typed.caption()).isEqualTo("look at " + dog);
        assertThat(typed.wish()).isEqualTo(Wish.USUAL);
    }

    @Test
    void a_part_of_a_film_can_be_chosen() {
        ToAttach typed = ToAttach.of(List.of(dog, "--from", "1:20", "--for", "10s", "run!"));
        assertThat(typed.wish()).isEqualTo(new Wish(80_000, 10_000));
        assertThat(typed.caption()).isEqualTo("run!");
        assertThatThrownBy(() -> ToAttach.of(List.of(dog, "--from", "soon")))
                .hasMessageContaining("80s, 1:20 or 1:02:03, not soon");
        assertThatThrownBy(() -> ToAttach.of(List.of(dog, "--for")))
                .hasMessage("Behind --for stands a time, as in --for 1:20.");
    }

    @Test
    void what_is_no_file_is_said() {
        assertThatThrownBy(() -> ToAttach.of(List.of("/no/such.png", "look")))
                .hasMessageStartingWith("There is no file /no/such.png");
        for (List<String> words : List.of(List.<String>of(), List.of(""), List.of("--from", "3"))) {
            assertThatThrownBy(() -> ToAttach.of(words)).isInstanceOf(WrongUsage.class);
        }
    }

    @Test
    void single_quotes_go_around_a_name_too() {
        String typed = "'" + cat + "' " + dog + " look";
        ToAttach both = ToAttach.of(List.of(typed.split(" ")));
        assertThat(both.files()).containsExactly(Path.of(cat), Path.of(dog));
        assertThat(both.caption()).isEqualTo("look");
        assertThat(ToAttach.of(List.of(dog, "'tis", "a", "dog")).caption()).isEqualTo("'tis a dog");
    }

    @Test
    void a_name_that_is_no_file_is_never_sent_as_what_is_said() {
        for (String word : List.of("nothere.png", "./x", "~/xy", "/tmp/x", "'b.gif'", "a.MP4")) {
            assertThatThrownBy(() -> ToAttach.of(List.of(dog, word, "hello")))
                    .as(word)
                    .hasMessageStartingWith("There is no file " + word);
        }
        assertThat(ToAttach.of(List.of(dog, "see", "nothere.png")).files()).hasSize(1);
        assertThat(ToAttach.of(List.of(dog, "https://a.example/b.png")).files()).hasSize(1);
    }

    @Test
    void more_files_than_a_message_takes_are_refused_before_any_is_sent() {
        List<String> ten = Collections.nCopies(10, dog);
        assertThat(ToAttach.of(ten).files()).hasSize(10);
        List<String> eleven = Collections.nCopies(11, dog);
        assertThatThrownBy(() -> ToAttach.of(eleven))
                .hasMessageStartingWith("These are 11 files, and a message has at most 10");
    }

    @Test
    void nothing_that_is_there_is_written_over() throws IOException {
        Attachment other = named("dog.mp4", "y");
        assertThat(Targets.of(folder.toString(), other))
                .isEqualTo(new Target(folder.resolve("dog (2).mp4"), false));
        assertThat(Targets.of(folder.resolve("new.mp4").toString(), other))
                .isEqualTo(new Target(folder.resolve("new.mp4"), false));
        assertThatThrownBy(() -> Targets.of(dog, other))
                .hasMessageContaining("is there already, and is another file");
    }

    @Test
    void what_is_there_already_is_not_saved_again() throws IOException {
        Attachment same = named("dog.mp4", "x");
        assertThat(Targets.of(folder.toString(), same)).isEqualTo(new Target(Path.of(dog), true));
        assertThat(Targets.of(dog, same)).isEqualTo(new Target(Path.of(dog), true));
        Path second = Files.writeString(folder.resolve("dog (2).mp4"), "y");
        assertThat(Targets.of(folder.toString(), named("dog.mp4", "y")))
                .isEqualTo(new Target(second, true));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(dog));
        assertThatThrownBy(() -> Targets.of(link.toString(), same))
                .as("what a link leads to may change")
                .hasMessageContaining("is there already");
    }

    @Test
    void a_file_is_saved_under_a_name_that_can_be_read() throws IOException {
        assertThat(Targets.of(folder.toString(), named("\uE000.png", "y")).path())
                .isEqualTo(folder.resolve("_.png"));
    }

    private static Attachment named(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Attachment(
                Sha256.of(bytes), bytes.length, name, Attachment.ANY_TYPE, null, null);
    }

    @Test
    void paths_are_completed() {
        String path = folder + "/";
        assertThat(TypedPath.beginning(path))
                .containsExactly('"' + path + "a cat.png\"", path + "dog.mp4");
        assertThat(TypedPath.beginning(path + "d")).containsExactly(path + "dog.mp4");
        assertThat(TypedPath.beginning("/no/such/folder/")).isEmpty();
    }

    @Test
    void paths_are_completed_on_into_folders_with_blanks() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("my films"));
        Files.writeString(inner.resolve("a.mp4"), "");
        String path = '"' + folder.toString() + "/my";
        assertThat(TypedPath.beginning(path.substring(1))).containsExactly(path + " films/");
        assertThat(TypedPath.beginning(path)).containsExactly(path + " films/");
        assertThat(TypedPath.beginning(path + " films/")).containsExactly(path + " films/a.mp4\"");
        assertThat(TypedPath.beginning('"' + folder.toString() + "/d"))
                .containsExactly('"' + dog + '"');
    }

    @Test
    void a_path_that_is_pasted_is_known_as_a_file() {
        String escaped = cat.replace(" ", "\\ ");
        List<String> forms =
                List.of(
                        cat,
                        "'" + cat + "'",
                        '"' + cat + '"',
                        escaped,
                        "file://" + cat.replace(" ", "%20"),
                        "file://localhost" + cat.replace(" ", "%20"),
                        "file://" + cat);
        for (String form : forms) {
            assertThat(TypedPath.pasted(form + "\n")).as(form).containsExactly('"' + cat + '"');
        }
        assertThat(TypedPath.pasted(dog + "\n")).containsExactly(dog);
    }

    @Test
    void several_paths_that_are_pasted_are_all_files_or_none() {
        List<String> both = List.of('"' + cat + '"', dog);
        String escaped = cat.replace(" ", "\\ ");
        assertThat(TypedPath.pasted(escaped + " " + dog + " ")).isEqualTo(both);
        assertThat(TypedPath.pasted("'" + cat + "' '" + dog + "'")).isEqualTo(both);
        assertThat(TypedPath.pasted(cat + "\n" + dog + "\n")).isEqualTo(both);
        assertThat(TypedPath.pasted("file://" + cat.replace(" ", "%20") + "\r\nfile://" + dog))
                .isEqualTo(both);
        assertThat(TypedPath.pasted(dog + " is a film")).isEmpty();
        assertThat(TypedPath.pasted(dog + " " + folder)).isEmpty();
        assertThat(TypedPath.pasted(dog + " 'not closed")).isEmpty();
    }

    @Test
    void other_text_that_is_pasted_stays_text() {
        for (String text : List.of("/no/such/file", "hello", "", "/", "\\", "'", "file://", "~/")) {
            assertThat(TypedPath.pasted(text)).as(text).isEmpty();
        }
    }

    @Test
    void what_somebody_might_execute_is_not_opened() {
        assertThat(FileOpener.obstacle("cat.PNG")).isEmpty();
        assertThat(FileOpener.obstacle("cat.png.desktop").orElseThrow()).contains("/save");
        assertThat(FileOpener.obstacle("run")).isPresent();
        assertThat(FileOpener.obstacle("page.html")).isPresent();
    }
}

package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked before a film is sent from a machine without ffmpeg.
class FfmpegOfferTest {
    private static final List<String> YES = List.of("yes");
    private static final List<String> NO = List.of("no");

    private static final String HERE = "here";

    @TempDir private Path folder;
    private final Machine machine = new Machine();
    private final FfmpegOffer offer = new FfmpegOffer(machine);
    private ToAttach film;
    private ToAttach text;

    /// A machine without ffmpeg, in a net that may be down.
    private static final class Machine implements FfmpegHere {
        private boolean missing = true;
        private boolean online = true;
        private OptionalLong size = OptionalLong.of(26_915_834);
        private final List<Long> progress = new ArrayList<>();

        @Override
        public boolean isMissing() {
            return missing;
        }

        @Override
        public OptionalLong size() {
            return size;
        }

        @Override
        public void fetch(LongConsumer heard) throws IOException {
            if (!online) {
                throw new IOException("The net is down.");
            }
            heard.accept(5);
            missing = false;
        }
    }

    @BeforeEach
    void files() throws IOException {
        byte[] head = "\0\0\0 ftypisom\0\0\2\0isomiso2".getBytes(StandardCharsets.ISO_8859_1);
        film = ToAttach.of(List.of(Files.write(folder.resolve("dog.mp4"), head).toString()));
        text = ToAttach.of(List.of(Files.writeString(folder.resolve("a.txt"), "a").toString()));
    }

    @Test
    void it_is_asked_in_one_line_that_says_what_comes_from_where_and_how_to_answer()
            throws Exception {
        assertThat(offer.question(HERE, film))
                .contains(
                        "A picture of dog.mp4 takes ffmpeg, and none is installed here. /attach yes"
                                + " fetches one first (26.9 MB from Maven Central, pinned and"
                                + " checked); /attach no sends it without a picture.");
        assertThat(machine.missing).as("nothing is fetched by itself").isTrue();
    }

    @Test
    void it_is_not_asked_where_that_would_change_nothing() throws Exception {
        assertThat(offer.question(HERE, text)).isEmpty();
        machine.size = OptionalLong.empty();
        assertThat(offer.question(HERE, film)).isEmpty();
        machine.size = OptionalLong.of(1);
        machine.missing = false;
        assertThat(offer.question(HERE, film)).isEmpty();
    }

    @Test
    void after_yes_it_is_fetched_and_what_was_to_be_sent_goes_on() throws Exception {
        offer.question(HERE, film);
        assertThat(offer.answered(HERE, YES)).contains(film);
        offer.fetch(HERE, film, machine.progress::add);
        assertThat(machine.progress).containsExactly(5L);
        assertThat(offer.question(HERE, film)).isEmpty();
        assertThat(offer.answered(HERE, YES)).as("a second answer").isEmpty();
    }

    @Test
    void after_no_it_is_sent_and_not_asked_again() throws Exception {
        offer.question(HERE, film);
        assertThat(offer.answered(HERE, NO)).contains(film);
        assertThat(offer.question(HERE, film)).isEmpty();
    }

    @Test
    void only_an_answer_given_where_it_was_asked_is_one() throws Exception {
        assertThat(offer.answered(HERE, YES)).isEmpty();
        offer.question(HERE, film);
        assertThat(offer.answered("elsewhere", YES)).isEmpty();
        assertThat(offer.answered(HERE, List.of("yes", "please"))).isEmpty();
        assertThat(offer.answered(HERE, YES)).isPresent();
    }

    @Test
    void in_each_chat_it_is_asked_of_the_last_film_and_what_is_not_sent_any_more_is_said()
            throws Exception {
        Path other = Files.copy(film.files().getFirst(), folder.resolve("cat.mp4"));
        ToAttach cat = ToAttach.of(List.of(other.toString()));
        assertThat(offer.question(HERE, film).orElseThrow()).doesNotContain("not sent");
        assertThat(offer.question(HERE, film).orElseThrow()).doesNotContain("not sent");
        offer.question("elsewhere", film);
        assertThat(offer.question(HERE, cat).orElseThrow())
                .endsWith(" That is asked of this one only; dog.mp4 was not sent.");
        assertThat(offer.answered(HERE, YES)).contains(cat);
        assertThat(offer.answered("elsewhere", YES)).contains(film);
    }

    @Test
    void if_it_cant_be_fetched_both_answers_are_still_good() throws Exception {
        machine.online = false;
        offer.question(HERE, film);
        offer.answered(HERE, YES);
        assertThatThrownBy(() -> offer.fetch(HERE, film, _ -> {}))
                .hasMessage(
                        "The net is down. /attach yes tries again, /attach no sends it without a"
                                + " picture.");
        assertThat(offer.answered(HERE, NO)).contains(film);
    }

    @Test
    void who_has_said_no_can_still_have_it() throws Exception {
        assertThat(offer.question(HERE, film)).isPresent();
        assertThat(offer.answered(HERE, NO)).contains(film);
        assertThat(offer.answered(HERE, YES)).contains(ToAttach.NOTHING);
        machine.missing = false;
        assertThat(offer.answered(HERE, YES)).isEmpty();
    }
}

package chatbois.cellart.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.cellart.CellArt;
import chatbois.cellart.Cells;
import chatbois.cellart.Colors;
import chatbois.cellart.Escapes;
import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import chatbois.cellart.source.Prepared;
import chatbois.cellart.source.Wish;
import chatbois.cellart.track.Bound;
import chatbois.cellart.track.Track;
import chatbois.cellart.track.TrackWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The child process that draws, seen through its door.
@Timeout(60)
class StudioTest {
    private static final Look LOOK = new Look(Style.HALF, Colors.FULL, new Size(8, 4), Crop.WHOLE);
    private static final int RED = 0xD02010;
    private static final int BLUE = 0x1020D0;

    @TempDir private Path folder;

    @Test
    void frames_of_a_track_are_drawn_by_another_process() throws Exception {
        try (Studio studio = new Studio(Workshop.ofThisProgram());
                Showing film = studio.show(film())) {
            assertThat(color(drawn(film, LOOK, 0))).isEqualTo(RED);
            assertThat(color(drawn(film, LOOK, 1))).isEqualTo(BLUE);
            assertThat(workers()).hasSize(1);
        }
        await(() -> workers().isEmpty());
    }

    @Test
    void a_part_of_a_picture_can_be_drawn() throws Exception {
        try (Studio studio = new Studio(Workshop.ofThisProgram());
                Showing halves = studio.show(halves())) {
            Look left = new Look(Style.HALF, Colors.FULL, LOOK.size(), new Crop(0, 0, .5, 1));
            Look right = new Look(Style.HALF, Colors.FULL, LOOK.size(), new Crop(.5, 0, .5, 1));
            assertThat(color(drawn(halves, left, 0))).isEqualTo(RED);
            assertThat(color(drawn(halves, right, 0))).isEqualTo(BLUE);
        }
    }

    @Test
    void a_picture_is_drawn_quickly_at_first_and_with_all_care_when_it_is_wanted_again()
            throws Exception {
        byte[] bytes = noise();
        Picture picture = Track.read(bytes).player().frame(0);
        CellArt art = new CellArt(Style.HALF, Colors.FULL);
        String quick = printed(art.draw(picture, LOOK.size(), CellArt.Care.QUICK));
        String careful = printed(art.draw(picture, LOOK.size(), CellArt.Care.FULL));
        assertThat(careful).isNotEqualTo(quick);
        try (Studio studio = new Studio(Workshop.ofThisProgram());
                Showing still = studio.show(bytes)) {
            assertThat(printed(drawn(still, LOOK, 0))).isEqualTo(quick);
            assertThat(printed(drawn(still, LOOK, 0))).isEqualTo(careful);
        }
    }

    private static String printed(Cells cells) {
        return Escapes.of(cells, Colors.FULL);
    }

    @Test
    void one_that_was_killed_is_started_anew_for_the_next_frame() throws Exception {
        try (Studio studio = new Studio(Workshop.ofThisProgram());
                Showing film = studio.show(film())) {
            drawn(film, LOOK, 0);
            workers().forEach(ProcessHandle::destroyForcibly);
            await(() -> {
                try {
                    return color(drawn(film, LOOK, 1)) == BLUE;
                } catch (ExecutionException _) {
                    return false;
                }
            });
        }
    }

    @Test
    void what_is_no_track_gives_a_sentence() {
        try (Studio studio = new Studio(Workshop.ofThisProgram());
                Showing rubbish = studio.show(new byte[] {1, 2, 3, 4, 5})) {
            assertThatThrownBy(() -> drawn(rubbish, LOOK, 0))
                    .hasCauseInstanceOf(WorkerFailed.class)
                    .hasMessageContaining("preview");
        }
    }

    @Test
    void a_frame_that_does_not_exist_gives_a_sentence_and_the_next_is_drawn() throws Exception {
        try (Studio studio = new Studio(Workshop.ofThisProgram());
                Showing film = studio.show(film())) {
            assertThatThrownBy(() -> drawn(film, LOOK, 99)).hasCauseInstanceOf(WorkerFailed.class);
            assertThat(color(drawn(film, LOOK, 1))).isEqualTo(BLUE);
        }
    }

    @Test
    void one_that_answers_rubbish_is_ended_and_after_two_of_them_the_picture_is_given_up()
            throws Exception {
        try (Studio studio = new Studio(acting("cat /dev/zero"));
                Showing film = studio.show(film())) {
            assertThatThrownBy(() -> drawn(film, LOOK, 0)).hasMessageContaining("unexpectedly");
            assertThatThrownBy(() -> drawn(film, LOOK, 0)).hasMessageContaining("unexpectedly");
            assertThatThrownBy(() -> drawn(film, LOOK, 0)).hasMessageContaining("can't be drawn");
        }
        await(() -> workers().isEmpty());
    }

    @Test
    void one_that_does_not_answer_is_ended_in_time() {
        try (Studio studio = new Studio(acting("exec sleep 60"));
                Showing film = studio.show(film())) {
            assertThatThrownBy(() -> drawn(film, LOOK, 0)).hasMessageContaining("longer than");
        }
        await(() -> workers().isEmpty());
    }

    @Test
    void one_that_says_it_has_more_than_there_can_be_is_not_believed() {
        try (Studio studio = new Studio(acting("printf '\\177\\377\\377\\377'; exec sleep 60"));
                Showing film = studio.show(film())) {
            assertThatThrownBy(() -> drawn(film, LOOK, 0)).hasMessageContaining("unexpectedly");
        }
    }

    @Test
    void what_cannot_be_started_is_said() {
        Workshop none =
                new Workshop(
                        List.of("/does/not/exist"),
                        List.of("/does/not/exist"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1));
        try (Studio studio = new Studio(none);
                Showing film = studio.show(film())) {
            assertThatThrownBy(() -> drawn(film, LOOK, 0)).hasMessageContaining("can't be started");
        }
    }

    @Test
    void one_with_nothing_to_do_ends_and_another_draws_on() throws Exception {
        Workshop real = Workshop.ofThisProgram();
        Workshop impatient =
                new Workshop(
                        real.drawing(),
                        real.preparing(),
                        real.patience(),
                        real.longPatience(),
                        Duration.ofMillis(50));
        try (Studio studio = new Studio(impatient);
                Showing film = studio.show(film())) {
            drawn(film, LOOK, 0);
            await(() -> workers().isEmpty());
            assertThat(color(drawn(film, LOOK, 1))).isEqualTo(BLUE);
        }
    }

    @Test
    void a_file_is_made_into_a_preview_by_a_process_for_this_alone() throws Exception {
        Path png = folder.resolve("red.png");
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, RED);
        ImageIO.write(image, "png", png.toFile());
        try (Studio studio = new Studio(Workshop.ofThisProgram())) {
            Prepared made = studio.prepare(png, Wish.USUAL).get(30, TimeUnit.SECONDS);
            assertThat(made.format().mediaType()).isEqualTo("image/png");
            assertThat(Track.read(made.track()).width()).isEqualTo(40);
            await(() -> workers().isEmpty());
        }
    }

    @Test
    void what_is_no_picture_is_said_in_a_sentence() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        try (Studio studio = new Studio(Workshop.ofThisProgram())) {
            assertThatThrownBy(() -> studio.prepare(text, Wish.USUAL).get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("notes.txt can't be read");
        }
    }

    @Test
    void making_a_preview_can_be_called_off() {
        try (Studio studio = new Studio(acting("exec sleep 60"))) {
            CompletableFuture<Prepared> made = studio.prepare(folder.resolve("x"), Wish.USUAL);
            made.cancel(false);
            await(() -> workers().isEmpty());
        }
    }

    @Test
    void it_ends_with_the_one_that_started_it_even_if_that_is_killed() throws Exception {
        List<String> words = Workshop.ofThisProgram().drawing();
        Path pid = folder.resolve("pid");
        String command = String.join(" ", words.stream().map(w -> "'" + w + "'").toList());
        Process parent =
                new ProcessBuilder(
                                "sh", "-c", command + " <&0 & echo $! >" + pid + "; exec sleep 60")
                        .start();
        await(() -> Files.exists(pid) && !read(pid).isBlank());
        ProcessHandle worker = ProcessHandle.of(Long.parseLong(read(pid).strip())).orElseThrow();
        assertThat(worker.isAlive()).isTrue();
        parent.destroyForcibly();
        parent.getOutputStream().close(); // as the system does it for who is killed
        worker.onExit().get(20, TimeUnit.SECONDS);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Workshop acting(String script) {
        List<String> command = List.of("sh", "-c", script);
        return new Workshop(
                command,
                command,
                Duration.ofMillis(700),
                Duration.ofMillis(700),
                Duration.ofSeconds(5));
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).toList();
    }

    private static Cells drawn(Showing film, Look look, int frame) throws Exception {
        CompletableFuture<Cells> cells = film.draw(look, frame, 0, Integer.MAX_VALUE);
        return cells.get(30, TimeUnit.SECONDS);
    }

    /// The colour in the middle, about which a film may be wrong by a little.
    private static int color(Cells cells) {
        int ground = cells.character(3, 2) == 0x2588 ? cells.ink(3, 2) : cells.ground(3, 2);
        return (ground >> 16 & 0xFF) > (ground & 0xFF) ? RED : BLUE;
    }

    private static byte[] film() {
        TrackWriter writer = new TrackWriter(32, 16, Bound.MOVING);
        writer.add(plain(RED), 40);
        writer.add(plain(BLUE), 40);
        return writer.finish();
    }

    private static byte[] halves() {
        int[] pixels = new int[64 * 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 64 < 32 ? RED : BLUE;
        }
        TrackWriter writer = new TrackWriter(64, 16, Bound.STILL);
        writer.add(new Picture(64, 16, pixels), 0);
        return writer.finish();
    }

    private static byte[] noise() {
        Random random = new Random(4);
        int[] pixels = random.ints(64 * 64, 0, 1 << 24).toArray();
        TrackWriter writer = new TrackWriter(64, 64, Bound.STILL);
        writer.add(new Picture(64, 64, pixels), 0);
        return writer.finish();
    }

    private static Picture plain(int color) {
        int[] pixels = new int[32 * 16];
        Arrays.fill(pixels, color);
        return new Picture(32, 16, pixels);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) {
        try {
            while (!condition.holds()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

package chatbois.terminal.media;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Picture;
import chatbois.cellart.track.Bound;
import chatbois.cellart.track.TrackWriter;
import chatbois.cellart.worker.Studio;
import chatbois.cellart.worker.Workshop;
import chatbois.terminal.media.Gallery.Exposed;
import chatbois.terminal.screen.Traffic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pictures as they come onto the screen, drawn by a real worker.
@Timeout(60)
class ProjectorTest {
    private record Told(Shot shot, Exposed what) {}

    private static final Shot FILM = ScreeningTest.shot("film");
    private static final Shot OTHER = ScreeningTest.shot("other");
    private static final Shot STILL = ScreeningTest.shot("still");
    private static final int MANY = Integer.MAX_VALUE;
    private static final long ALL = Long.MAX_VALUE;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private volatile Traffic traffic = new Traffic(false, 0, 0, MANY);
    private final Projector projector =
            new Projector(
                    source ->
                            track(source)
                                    .map(CompletableFuture::completedFuture)
                                    .orElseGet(() ->
                                            CompletableFuture.failedFuture(
                                                    new IOException("It is gone."))),
                    new Studio(Workshop.ofThisProgram()),
                    () -> traffic,
                    (shot, what) -> told.add(new Told(shot, what)));

    private static Optional<byte[]> track(Source source) {
        if (source.equals(STILL.source())) {
            return Optional.of(still());
        }
        return source.equals(FILM.source()) || source.equals(OTHER.source())
                ? Optional.of(ScreeningTest.film(0))
                : Optional.empty();
    }

    private static byte[] still() {
        int[] pixels = new Random(4).ints(64 * 64, 0, 1 << 24).toArray();
        TrackWriter writer = new TrackWriter(64, 64, Bound.STILL);
        writer.add(new Picture(64, 64, pixels), 0);
        return writer.finish();
    }

    @AfterEach
    void close() {
        projector.close();
    }

    private void show(boolean playing, Shot... shots) {
        List<Wanted> wanted =
                List.of(shots).stream().map(s -> new Wanted(s, Playback.USUAL)).toList();
        projector.show(wanted, new Conditions(playing, 1_000_000, 0, ALL));
    }

    private int frame() throws InterruptedException {
        Told next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next.what() instanceof Exposed.Drawn(_, int frame) ? frame : -1;
    }

    @Test
    void what_moves_is_played_again_and_again() throws Exception {
        show(true, FILM);
        assertThat(frame()).isZero();
        List<Integer> seen = new ArrayList<>();
        while (!seen.containsAll(List.of(0, 1, 2))) { // a late one may be left out in a round
            seen.add(frame());
        }
    }

    @Test
    void a_picture_is_there_quickly_and_then_better_and_stays_so() throws Exception {
        show(true, STILL);
        assertThat(frame()).isZero();
        assertThat(frame()).isZero();
        assertThat(told.poll(700, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void where_nothing_is_to_move_there_is_one_frame() throws Exception {
        show(false, FILM);
        assertThat(frame()).isZero();
        assertThat(told.poll(700, TimeUnit.MILLISECONDS)).isNull();
        show(true, FILM);
        assertThat(frame()).isPositive();
    }

    @Test
    void a_terminal_that_is_behind_is_sent_no_frames_until_it_is_not() throws Exception {
        show(true, FILM);
        assertThat(frame()).isZero();
        traffic = new Traffic(true, 0, 0, MANY);
        told.clear();
        TimeUnit.MILLISECONDS.sleep(300); // one that was under way may still come
        told.clear();
        assertThat(told.poll(700, TimeUnit.MILLISECONDS)).isNull();
        traffic = new Traffic(false, 0, 0, MANY);
        assertThat(frame()).isNotNegative();
    }

    @Test
    void over_a_slow_line_nothing_moves_while_somebody_types() throws Exception {
        traffic = new Traffic(false, 0, 64 * 1024, 1_500);
        projector.show(
                List.of(new Wanted(FILM, Playback.USUAL)),
                new Conditions(true, 1_000_000, System.nanoTime(), ALL));
        assertThat(frame()).isZero();
        long typed = System.nanoTime();
        projector.show(
                List.of(new Wanted(FILM, Playback.USUAL)),
                new Conditions(true, 1_000_000, typed, ALL));
        assertThat(frame()).isPositive();
        assertThat(System.nanoTime() - typed).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(600));
    }

    @Test
    void what_cannot_be_fetched_says_why() throws Exception {
        show(true, ScreeningTest.shot("gone"));
        assertThat(told.take().what())
                .isEqualTo(new Exposed.Failed("It can't be shown. It is gone."));
    }

    @Test
    void what_is_not_seen_any_more_is_not_drawn() throws Exception {
        show(true, FILM, OTHER);
        frame();
        show(true, OTHER);
        told.clear();
        for (int i = 0; i < 4; i++) {
            assertThat(told.take().shot()).isEqualTo(OTHER);
        }
    }
}

package chatbois.terminal.media;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Colors;
import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import chatbois.cellart.track.Bound;
import chatbois.cellart.track.Track;
import chatbois.cellart.track.TrackWriter;
import chatbois.cellart.worker.Crop;
import chatbois.cellart.worker.Look;
import chatbois.log.LogId;
import chatbois.log.Sha256;
import chatbois.protocol.event.Preview;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Which frame of a film is to be seen when.
class ScreeningTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private long now = TimeUnit.DAYS.toNanos(1);

    static Shot shot(String name) {
        LogId log = new LogId(Sha256.of(new byte[] {7}));
        Preview preview = new Preview(Sha256.of(name.getBytes()), 9, 16, 16, 3, 600);
        Look look = new Look(Style.HALF, Colors.FULL, new Size(4, 2), Crop.WHOLE);
        return new Shot(new Source(log, log, 5, preview), look);
    }

    /// Three frames of 100, 200 and 300 milliseconds.
    static byte[] film(int loops) {
        TrackWriter writer = new TrackWriter(16, 16, Bound.MOVING).loops(loops);
        for (int i = 0; i < 3; i++) {
            int[] pixels = new int[16 * 16];
            Arrays.fill(pixels, 0x50 << 8 * i);
            writer.add(new Picture(16, 16, pixels), 100 * (i + 1));
        }
        return writer.finish();
    }

    private Screening screening(int loops, Playback playback) throws Exception {
        Screening screening = new Screening(shot("film"), playback);
        screening.track = Track.read(film(loops));
        screening.move(false, now);
        screening.shown = 0;
        return screening;
    }

    private void pass(Screening screening, boolean plays, int millis) {
        screening.move(plays, now);
        now += millis * MILLI;
        screening.move(plays, now);
    }

    @Test
    void each_stands_as_long_as_it_was_made_for() throws Exception {
        Screening film = screening(0, Playback.USUAL);
        assertThat(film.due()).isZero();
        assertThat(film.untilNext()).isBetween(100 * MILLI, 102 * MILLI);
        pass(film, true, 101);
        assertThat(film.due()).isEqualTo(1);
        pass(film, true, 200);
        assertThat(film.due()).isEqualTo(2);
        pass(film, true, 300);
        assertThat(film.due()).isZero();
    }

    @Test
    void what_came_too_late_is_left_out() throws Exception {
        Screening film = screening(0, Playback.USUAL);
        pass(film, true, 350);
        assertThat(film.due()).isEqualTo(2);
    }

    @Test
    void while_it_is_not_played_it_stays_where_it_is() throws Exception {
        Screening film = screening(0, Playback.USUAL);
        pass(film, true, 150);
        pass(film, false, 10_000);
        assertThat(film.due()).isEqualTo(1);
    }

    @Test
    void it_ends_on_its_last_frame_after_so_many_times() throws Exception {
        Screening film = screening(2, Playback.USUAL);
        pass(film, true, 650);
        assertThat(film.due()).isZero();
        pass(film, true, 1_000);
        assertThat(film.due()).isEqualTo(2);
    }

    @Test
    void it_goes_on_from_where_it_was_made_to_stand() throws Exception {
        Screening film = screening(0, Playback.USUAL);
        pass(film, true, 10);
        film.as(new Wanted(film.shot, new Playback(0, 1, 0)));
        pass(film, true, 10_000);
        assertThat(film.due()).isEqualTo(1);
        film.as(new Wanted(film.shot, Playback.USUAL));
        pass(film, true, 150);
        assertThat(film.due()).isEqualTo(1);
        pass(film, true, 60);
        assertThat(film.due()).isEqualTo(2);
    }

    @Test
    void from_its_end_it_can_be_played_again() throws Exception {
        Screening film = screening(1, Playback.USUAL);
        pass(film, true, 10_000);
        assertThat(film.due()).isEqualTo(2);
        film.as(new Wanted(film.shot, new Playback(1, -1, 1)));
        pass(film, true, 50);
        assertThat(film.due()).isZero();
        pass(film, true, 60);
        assertThat(film.due()).isEqualTo(1);
    }

    @Test
    void it_can_be_played_slowly_or_stand_on_any_frame() throws Exception {
        Screening slow = screening(0, new Playback(0.5, -1, 0));
        pass(slow, true, 150);
        assertThat(slow.due()).isZero();
        assertThat(screening(0, new Playback(0, 2, 0)).due()).isEqualTo(2);
        assertThat(screening(0, new Playback(0, 99, 0)).due()).isEqualTo(2);
    }
}

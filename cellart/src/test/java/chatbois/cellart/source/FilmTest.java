package chatbois.cellart.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.cellart.Picture;
import chatbois.cellart.track.BadTrack;
import chatbois.cellart.track.Track;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FilmTest {
    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void one_picture_is_kept_larger_than_those_that_move() throws Exception {
        Film still = new Film(Wish.USUAL, NEVER);
        still.show(grey(2_000, 1_000, 9), 1);
        Track one = track(still);
        assertThat(one.width()).isEqualTo(960);
        assertThat(one.height()).isEqualTo(480);
        assertThat(one.frames()).isEqualTo(1);

        Film moving = new Film(Wish.USUAL, NEVER);
        moving.show(grey(2_000, 1_000, 9), 100);
        moving.show(grey(2_000, 1_000, 99), 150);
        Track two = track(moving);
        assertThat(two.width()).isEqualTo(320);
        assertThat(two.height()).isEqualTo(160);
        assertThat(two.frames()).isEqualTo(2);
        assertThat(two.millis(1)).isEqualTo(150);
    }

    @Test
    void only_what_was_wished_is_in_the_track() throws Exception {
        Film film = new Film(new Wish(250, 300), NEVER);
        boolean more = true;
        int shown = 0;
        while (more) {
            more = film.show(grey(8, 8, shown), 100);
            shown++;
        }
        Prepared prepared = film.develop(Format.GIF);
        assertThat(prepared.cut()).isTrue();
        Track track = Track.read(prepared.track());
        assertThat(track.totalMillis()).isEqualTo(300);
        assertThat(track.frames()).isEqualTo(4);
        assertThat(track.millis(0)).isEqualTo(50);
        assertThat(track.player().frame(0).pixel(0, 0)).isEqualTo(2 * 0x010101);
    }

    @Test
    void what_ends_before_it_should_begin_is_refused() {
        Film film = new Film(new Wish(1_000, 300), NEVER);
        film.show(grey(8, 8, 1), 100);
        film.show(grey(8, 8, 2), 100);
        assertThatThrownBy(() -> film.develop(Format.GIF))
                .isInstanceOf(EndsSooner.class)
                .hasMessage("It lasts 0:00 and has nothing to show from 0:01 on.");
    }

    @Test
    void a_picture_that_stands_still_is_seen_whatever_part_of_a_film_is_wished() throws Exception {
        Film film = new Film(new Wish(80_000, 300), NEVER);
        film.show(grey(8, 8, 1), 1);
        assertThat(Track.read(film.develop(Format.PNG).track()).frames()).isEqualTo(1);
    }

    @Test
    void how_long_a_film_is_that_ends_sooner_is_said_where_it_is_known() {
        Film film = new Film(new Wish(80_000, 300), NEVER);
        film.skip(80_000);
        film.lasts(42_500);
        assertThatThrownBy(() -> film.develop(Format.MP4))
                .hasMessage("It lasts 0:42 and has nothing to show from 1:20 on.");
        film.lasts(0);
        assertThatThrownBy(() -> film.develop(Format.MP4))
                .hasMessage("It has nothing to show from 1:20 on: it ends sooner, or is damaged.");
    }

    @Test
    void when_it_takes_too_long_the_rest_is_left() throws Exception {
        Film film = new Film(Wish.USUAL, System.nanoTime() - 1);
        assertThat(film.show(grey(8, 8, 1), 100)).isTrue();
        assertThat(film.show(grey(8, 8, 2), 100)).isFalse();
        assertThat(film.develop(Format.GIF).cut()).isTrue();
    }

    private static Track track(Film film) throws Unreadable, BadTrack {
        return Track.read(film.develop(Format.GIF).track());
    }

    private static Picture grey(int width, int height, int level) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, level * 0x010101);
        return new Picture(width, height, pixels);
    }
}

package chatbois.cellart.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.cellart.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackTest {
    @Test
    void a_picture_of_any_size_comes_out_nearly_as_it_went_in() throws BadTrack {
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            int width = i == 0 ? 1 : i == 1 ? 960 : 1 + random.nextInt(960);
            int height = i == 0 ? 1 : i == 2 ? 960 : 1 + random.nextInt(300);
            Picture picture = Scenes.hills(width, height, i);
            byte[] bytes = new TrackWriter(width, height, Bound.STILL).finish(picture);
            Track track = Track.read(bytes);
            assertThat(track.frames()).isEqualTo(1);
            assertThat(track.totalMillis()).isZero();
            Picture shown = track.player().frame(0);
            assertThat(shown.width()).isEqualTo(width);
            assertThat(shown.height()).isEqualTo(height);
            assertThat(Scenes.likeness(picture, shown)).isGreaterThan(36);
        }
    }

    @Test
    void frames_that_move_come_out_nearly_as_they_went_in_and_with_their_times() throws BadTrack {
        Random random = new Random(6);
        for (int i = 0; i < 12; i++) {
            int width = 1 + random.nextInt(320);
            int height = 1 + random.nextInt(320);
            List<Picture> pictures = new ArrayList<>();
            TrackWriter writer = new TrackWriter(width, height, Bound.MOVING).loops(i);
            for (int frame = 0; frame < 30; frame++) {
                pictures.add(Scenes.hills(width, height, frame));
                assertThat(writer.add(pictures.get(frame), 40 + frame)).isTrue();
            }
            Track track = Track.read(writer.finish());
            assertThat(track.frames()).isEqualTo(30);
            assertThat(track.loops()).isEqualTo(i);
            Track.Player player = track.player();
            for (int frame = 0; frame < 30; frame++) {
                assertThat(track.millis(frame)).isEqualTo(40 + frame);
                Picture shown = player.frame(frame);
                assertThat(Scenes.likeness(pictures.get(frame), shown)).isGreaterThan(32);
            }
        }
    }

    @Test
    void few_colours_come_out_exactly() throws BadTrack {
        TrackWriter writer = new TrackWriter(64, 40, Bound.MOVING);
        for (int step = 0; step < 50; step++) {
            writer.add(Scenes.square(64, 40, step), 100);
        }
        byte[] bytes = writer.finish();
        Track track = Track.read(bytes);
        assertThat(track.lossless()).isTrue();
        assertThat(bytes.length).isLessThan(5_000);
        Track.Player player = track.player();
        for (int step = 0; step < 50; step++) {
            assertThat(Scenes.same(player.frame(step), Scenes.square(64, 40, step))).isTrue();
        }
    }

    @Test
    void a_player_shows_each_frame_alike_in_whatever_order() throws BadTrack {
        TrackWriter writer = new TrackWriter(60, 50, Bound.MOVING);
        for (int step = 0; step < 150; step++) {
            writer.add(Scenes.hills(60, 50, step), 40);
        }
        Track track = Track.read(writer.finish());
        List<Picture> forward = new ArrayList<>();
        Track.Player player = track.player();
        for (int frame = 0; frame < track.frames(); frame++) {
            forward.add(player.frame(frame));
        }
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            int frame = random.nextInt(track.frames());
            assertThat(Scenes.same(player.frame(frame), forward.get(frame))).isTrue();
        }
    }

    @Test
    void what_stays_takes_no_bytes() throws BadTrack {
        TrackWriter writer = new TrackWriter(64, 32, Bound.MOVING);
        for (int frame = 0; frame < 40; frame++) {
            writer.add(Scenes.hills(64, 32, frame / 20), 40);
        }
        Track track = Track.read(writer.finish());
        assertThat(track.frames()).isEqualTo(2);
        assertThat(track.millis(1)).isEqualTo(800);
    }

    @Test
    void parts_that_stay_take_nearly_no_bytes() {
        Picture hills = Scenes.hills(320, 180, 0);
        byte[] once = new TrackWriter(320, 180, Bound.MOVING).finish(hills);
        TrackWriter longer = new TrackWriter(320, 180, Bound.MOVING);
        for (int frame = 0; frame < 40; frame++) {
            int pixel = frame;
            longer.add(
                    Scenes.drawn(
                            320, 180, (x, y) -> x + y == 0 ? pixel * 0x050505 : hills.pixel(x, y)),
                    40);
        }
        assertThat(longer.finish().length).isLessThan(once.length + 40 * 40);
    }

    @Test
    void frames_that_come_too_fast_are_thinned_out_and_keep_their_time() throws BadTrack {
        TrackWriter writer = new TrackWriter(32, 32, Bound.MOVING);
        for (int frame = 0; frame < 300; frame++) {
            writer.add(Scenes.hills(32, 32, frame), 10);
        }
        Track track = Track.read(writer.finish());
        assertThat(track.totalMillis()).isEqualTo(3_000);
        assertThat(track.frames()).isBetween(70, 76);
    }

    @Test
    void a_track_takes_a_minute_and_a_thousand_frames_at_most() throws BadTrack {
        TrackWriter slow = new TrackWriter(8, 8, Bound.MOVING);
        int taken = 1;
        while (slow.add(Scenes.square(8, 8, taken % 8), 7_000)) {
            taken++;
        }
        assertThat(taken).isEqualTo(9);
        assertThat(Track.read(slow.finish()).totalMillis()).isEqualTo(Bound.MILLIS);

        TrackWriter many = new TrackWriter(8, 8, Bound.MOVING);
        int frames = 1;
        while (many.add(Scenes.square(8, 8, frames % 8), 41)) {
            frames++;
        }
        assertThat(Track.read(many.finish()).frames()).isEqualTo(Bound.FRAMES).isEqualTo(frames);
    }

    @Test
    void what_would_be_too_many_bytes_gets_coarser_then_fewer_frames() throws BadTrack {
        Random random = new Random(8);
        Picture[] pictures = new Picture[10];
        Arrays.setAll(pictures, _ -> Scenes.noise(random, 160, 120));
        TrackWriter writer = new TrackWriter(160, 120, new Bound(320, 200_000));
        for (int frame = 0; frame < 60; frame++) {
            writer.add(pictures[frame % pictures.length], 100);
        }
        byte[] bytes = writer.finish();
        assertThat(bytes.length).isBetween(60_000, 200_000);
        Track track = Track.read(bytes);
        assertThat(track.totalMillis()).isEqualTo(6_000);
        assertThat(track.width()).isEqualTo(160);
        assertThat(track.frames()).isLessThan(60);
    }

    @Test
    void a_still_picture_of_noise_fits_too() throws BadTrack {
        Picture noise = Scenes.noise(new Random(9), 960, 960);
        byte[] bytes = new TrackWriter(960, 960, Bound.STILL).finish(noise);
        assertThat(bytes.length).isLessThanOrEqualTo(Bound.STILL.bytes());
        Track track = Track.read(bytes);
        assertThat(track.width()).isGreaterThanOrEqualTo(640).isEqualTo(track.height());
        track.player().frame(0);
    }

    @Test
    void a_writer_takes_only_what_belongs_to_its_track() {
        assertThatThrownBy(() -> new TrackWriter(961, 1, Bound.STILL))
                .isInstanceOf(IllegalArgumentException.class);
        TrackWriter still = new TrackWriter(400, 300, Bound.STILL);
        assertThatThrownBy(still::finish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> still.add(Scenes.hills(300, 400, 0), 40))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

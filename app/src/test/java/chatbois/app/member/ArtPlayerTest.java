package chatbois.app.member;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Colors;
import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import chatbois.cellart.track.Bound;
import chatbois.cellart.track.Track;
import chatbois.cellart.track.TrackWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArtPlayerTest {
    private static final long BEGIN = 1_000;

    private final List<String> written = new ArrayList<>();
    private final List<Long> at = new ArrayList<>();
    private final Clock clock = new Clock();

    /// Time that passes only while somebody sleeps.
    private static final class Clock implements ArtPlayer.Time {
        long now = BEGIN;

        @Override
        public long millis() {
            return now;
        }

        @Override
        public void sleep(long millis) {
            now += millis;
        }
    }

    @Test
    void frames_are_shown_each_at_its_time_and_the_cursor_comes_back() throws Exception {
        ArtPlayer player = player(0);
        player.play(track(4, 2), false, clock);
        player.end();
        player.end();
        assertThat(at).containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L);
        assertThat(written.getFirst()).startsWith("\u001b[?25l");
        assertThat(written.getLast()).isEqualTo("\u001b[?25h");
        assertThat(written.subList(1, 8)).allMatch(text -> text.startsWith("\u001b[?2026h"));
    }

    @Test
    void a_slow_terminal_gets_fewer_frames_in_the_same_time() throws Exception {
        ArtPlayer player = player(250);
        player.play(track(20, 1), false, clock);
        assertThat(written).hasSizeBetween(7, 11);
        assertThat(clock.now - BEGIN).isBetween(2_000L, 2_400L);
    }

    @Test
    void after_the_window_has_another_size_all_is_drawn_anew() throws Exception {
        ArtPlayer player = player(0);
        ArtPlayer.Time resized =
                new ArtPlayer.Time() {
                    @Override
                    public long millis() {
                        return clock.millis();
                    }

                    @Override
                    public void sleep(long millis) {
                        clock.sleep(millis);
                        if (written.size() == 2) {
                            player.redraw();
                        }
                    }
                };
        player.play(track(4, 1), false, resized);
        player.end();
        assertThat(written.get(2)).isEqualTo("\u001b[H\u001b[2J");
        assertThat(written.get(3)).startsWith("\u001b[?25l");
        assertThat(written.get(4)).startsWith("\u001b[?2026h");
        assertThat(written.getLast()).isEqualTo("\u001b[?25h");
    }

    @Test
    void once_ended_it_writes_nothing() throws Exception {
        ArtPlayer player = player(0);
        player.end();
        player.play(track(4, 1), false, clock);
        assertThat(written).isEmpty();
    }

    private ArtPlayer player(long slowness) {
        return new ArtPlayer(
                Style.HALF,
                Colors.FULL,
                new Size(8, 4),
                text -> {
                    written.add(text);
                    at.add(clock.now - BEGIN);
                    clock.now += slowness;
                });
    }

    private static Track track(int frames, int loops) throws Exception {
        TrackWriter writer = new TrackWriter(16, 16, Bound.MOVING).loops(loops);
        for (int i = 0; i < frames; i++) {
            int[] pixels = new int[256];
            Arrays.fill(pixels, 0, 128, i % 2 == 0 ? 0xFFFFFF : 0x00FF00);
            writer.add(new Picture(16, 16, pixels), 100);
        }
        return Track.read(writer.finish());
    }
}

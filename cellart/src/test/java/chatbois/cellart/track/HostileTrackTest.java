package chatbois.cellart.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tracks come from others: whatever they say, they cost little and are refused in one sentence.
class HostileTrackTest {
    private static final int SOME = 64 * 1024;

    @ParameterizedTest
    @CsvSource({
        // where, how many bytes, the lie
        "0, 4, 7, no preview",
        "4, 1, 3, newer kind",
        "5, 2, 65535, too large",
        "7, 2, 0, too large",
        "9, 2, 0, no frames",
        "9, 2, 1001, too many",
        "9, 2, 1000, cut off",
        "13, 1, 2, newer kind",
        "13, 1, 0, key frame",
        "14, 1, 0, wrong quality",
        "15, 2, 0, wrong duration",
        "15, 2, 65535, lasts too long",
        "17, 4, 2147483647, cut off",
        "17, 4, -1, cut off",
        "17, 4, 1, follows",
    })
    void a_header_that_lies_is_refused_before_room_is_made_for_it(
            int at, int length, int lie, String why) {
        byte[] bytes = track();
        ByteBuffer into = ByteBuffer.wrap(bytes);
        switch (length) {
            case 1 -> into.put(at, (byte) lie);
            case 2 -> into.putChar(at, (char) lie);
            default -> into.putInt(at, lie);
        }
        long before = allocated();
        assertThatThrownBy(() -> Track.read(bytes))
                .isInstanceOf(BadTrack.class)
                .hasMessageContaining(why);
        assertThat(allocated() - before).isLessThan(4L * 1024 * 1024);
    }

    @Test
    void what_is_cut_off_is_refused() {
        byte[] whole = track();
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Track.read(cut)).isInstanceOf(BadTrack.class);
        }
    }

    @Test
    void a_frame_that_inflates_to_a_gigabyte_is_left_when_its_pixels_are_there() throws BadTrack {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] alone = new byte[100 * 1024 * 1024];
        Arrays.fill(alone, (byte) Square.ALONE);
        plain.writeBytes(alone);
        byte[] bomb = Written.deflate(plain);
        for (Track.Kind kind : Track.Kind.values()) {
            int quality = kind == Track.Kind.SHADED ? 9 : 0;
            byte[] bytes =
                    Written.track(kind, 96, 96, 0, List.of(new Written(true, quality, 0, bomb)));
            Track track = Track.read(bytes);
            long before = allocated();
            assertThatThrownBy(() -> track.player().frame(0)).isInstanceOf(BadTrack.class);
            assertThat(allocated() - before).isLessThan(8L * 1024 * 1024);
        }
    }

    @Test
    void a_square_from_outside_and_a_block_that_is_too_long_are_refused() {
        assertThat(refusal(new byte[] {Square.MOVED, 1, 0, 0, 0, 0, 0, 0})).contains("nowhere");
        byte[] long1 = new byte[SOME];
        Arrays.fill(long1, (byte) 1);
        long1[0] = Square.ALONE | 4;
        assertThat(refusal(long1)).contains("too long");
        long1[2] = (byte) 250;
        assertThat(refusal(long1)).contains("newer kind");
    }

    @Test
    void whatever_is_changed_in_a_track_it_can_be_shown_or_is_refused() {
        Random random = new Random(10);
        byte[] whole = track();
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = whole.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                Track track = Track.read(changed);
                Track.Player player = track.player();
                for (int frame = track.frames() - 1; frame >= 0; frame--) {
                    player.frame(frame);
                }
            } catch (BadTrack e) {
                assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
            }
        }
    }

    @Test
    void after_a_damaged_frame_the_next_key_frame_is_shown() throws BadTrack {
        byte[] bytes = track();
        bytes[bytes.length - 3] ^= 1;
        Track.Player player = Track.read(bytes).player();
        assertThatThrownBy(() -> player.frame(4)).isInstanceOf(BadTrack.class);
        assertThatThrownBy(() -> player.frame(4)).isInstanceOf(BadTrack.class);
        assertThat(player.frame(1).width()).isEqualTo(40);
    }

    /// Why a frame of such squares after a key frame is refused.
    private static String refusal(byte[] squares) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(squares);
        FrameWriter writer = new FrameWriter(16, 16);
        boolean key = (squares[0] & 3) == Square.ALONE;
        List<Written> frames =
                List.of(
                        writer.write(Scenes.hills(16, 16, 0), true, 9, 40),
                        new Written(key, 9, 40, Written.deflate(plain)));
        byte[] bytes = Written.track(Track.Kind.SHADED, 16, 16, 0, frames);
        bytes[Track.HEADER + Track.ENTRY + 3] = 40;
        try {
            Track.read(bytes).player().frame(1);
            return "";
        } catch (BadTrack e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static byte[] track() {
        TrackWriter writer = new TrackWriter(40, 24, Bound.MOVING);
        for (int step = 0; step < 5; step++) {
            writer.add(Scenes.hills(40, 24, step), 60);
        }
        return writer.finish();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}

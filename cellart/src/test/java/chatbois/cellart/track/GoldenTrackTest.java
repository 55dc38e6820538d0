package chatbois.cellart.track;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tracks that were written once: every later reader must make exactly the same pixels of them,
/// whatever becomes of the writer.
class GoldenTrackTest {
    @ParameterizedTest
    @CsvSource({"shaded, 12, aff0c35d", "indexed, 12, f826e998"})
    void a_stored_track_shows_the_same_pixels_for_ever(String name, int frames, String sum)
            throws IOException, BadTrack {
        Track track;
        try (InputStream in = getClass().getResourceAsStream(name + ".track")) {
            track = Track.read(Objects.requireNonNull(in).readAllBytes());
        }
        assertThat(track.frames()).isEqualTo(frames);
        CRC32 pixels = new CRC32();
        Track.Player player = track.player();
        for (int frame = 0; frame < frames; frame++) {
            add(player.frame(frame), pixels);
        }
        assertThat(Long.toHexString(pixels.getValue())).isEqualTo(sum);
    }

    private static void add(Picture picture, CRC32 sum) {
        ByteBuffer bytes = ByteBuffer.allocate(picture.width() * picture.height() * 4);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                bytes.putInt(picture.pixel(x, y));
            }
        }
        sum.update(bytes.flip());
    }
}

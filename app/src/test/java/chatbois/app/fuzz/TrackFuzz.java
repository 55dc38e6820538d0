package chatbois.app.fuzz;

import static chatbois.app.fuzz.Claims.claim;

import chatbois.cellart.Picture;
import chatbois.cellart.track.BadTrack;
import chatbois.cellart.track.Track;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// Whatever bytes come as a preview, its frames are of the size that it says, or it is a
/// [BadTrack].
@Tag("fuzz")
class TrackFuzz {
    @FuzzTest
    void frames(byte[] bytes) {
        try {
            Track track = Track.read(bytes);
            Track.Player player = track.player();
            for (int frame = 0; frame < Math.min(track.frames(), 20); frame++) {
                Picture picture = player.frame(frame);
                claim(
                        picture.width() == track.width() && picture.height() == track.height(),
                        "a frame has another size than its track");
            }
        } catch (BadTrack e) {
            claim(e.getMessage().endsWith("."), "a refusal is no sentence");
        }
    }
}

package chatbois.terminal.media;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Sha256;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A file in a line.
class FileLineTest {
    private static Attachment file(String name, String type, long size, @Nullable Preview preview) {
        return new Attachment(Sha256.of(new byte[] {1}), size, name, type, null, preview);
    }

    private static Preview preview(int frames, int millis) {
        return new Preview(Sha256.of(new byte[] {2}), 900, 320, 180, frames, millis);
    }

    @Test
    void it_says_what_it_is_and_how_much() {
        assertThat(FileLine.of(file("cat.png", "image/png", 1_234_567, preview(1, 0)), 0, false))
                .isEqualTo("▣ cat.png · PNG · 1.23 MB");
        assertThat(FileLine.of(file("a.mp4", "video/mp4", 999, preview(90, 12_340)), 2, false))
                .isEqualTo("▶ 2. a.mp4 · MP4 · 0:12 · 999 bytes");
        Preview part = new Preview(Sha256.of(new byte[] {2}), 9, 32, 18, 90, 30_000, 7_451_000);
        assertThat(FileLine.of(file("a.mp4", "video/mp4", 999, part), 0, false))
                .isEqualTo("▶ a.mp4 · MP4 · 0:30 of 2:04:11 · 999 bytes");
        assertThat(FileLine.of(file("notes", "application/octet-stream", 1, null), 0, true))
                .isEqualTo("▤ notes · file · 1 bytes · being sent");
    }

    @Test
    void several_are_named_by_what_they_are() {
        assertThat(
                        FileLine.names(
                                List.of(
                                        file("cat.png", "image/png", 5, preview(1, 0)),
                                        file("a.mp4", "video/mp4", 5, preview(90, 12_340)),
                                        file("notes", Attachment.ANY_TYPE, 5, null))))
                .isEqualTo("▣ cat.png, ▶ a.mp4, ▤ notes");
    }

    @Test
    void it_can_be_read_aloud_with_what_is_to_be_seen() {
        Attachment cat = file("cat.png", "image/png", 1_234_567, preview(1, 0)).described("a cat");
        assertThat(FileLine.spoken(cat)).isEqualTo("[picture cat.png, PNG, 1.23 MB: a cat]");
        assertThat(FileLine.spoken(file("a.mp4", "video/mp4", 999, preview(90, 12_340))))
                .isEqualTo("[film a.mp4, MP4, 0:12, 999 bytes]");
        assertThat(FileLine.spoken(file("x.bin", Attachment.ANY_TYPE, 5, null)))
                .isEqualTo("[x.bin, 5 bytes]");
    }
}

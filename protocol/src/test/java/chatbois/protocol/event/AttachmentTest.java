package chatbois.protocol.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Bytes32;
import chatbois.log.Malformed;
import chatbois.protocol.event.EventBody.Message;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which files can come with a message.
class AttachmentTest {
    private static Attachment named(String name) {
        return new Attachment(Bytes32.ZERO, 1, name, "image/png", null, null);
    }

    @Test
    void a_name_can_lead_nowhere_and_hide_nothing() {
        for (String name :
                List.of(
                        "",
                        " ",
                        ".",
                        "..",
                        ".profile",
                        "a/b",
                        "a\\b",
                        "../x",
                        "a\nb",
                        "a\u001b[2J",
                        "photo\u202egpj.exe",
                        "x".repeat(121),
                        "é".repeat(101),
                        "\ud800")) {
            assertThatThrownBy(() -> named(name)).as(name).isInstanceOf(Malformed.class);
        }
        for (String name : List.of("a", "summit 2.jpg", "日本.png", "-rf", "x".repeat(120))) {
            assertThat(named(name).name()).isEqualTo(name);
        }
    }

    @Test
    void any_name_has_one_like_it_that_is_allowed() {
        assertThat(Attachment.nameLike("summit.jpg")).isEqualTo("summit.jpg");
        assertThat(Attachment.nameLike(".vimrc")).isEqualTo("vimrc");
        assertThat(Attachment.nameLike("a\nb/c.png")).isEqualTo("a_b_c.png");
        assertThat(Attachment.nameLike("...")).isEqualTo("file");
        assertThat(Attachment.nameLike("\uE000a\u0378\uDB80\uDC00.png")).isEqualTo("_a__.png");
        String longest = Attachment.nameLike("日".repeat(300) + ".png");
        assertThat(longest).endsWith("日.png");
        assertThat(longest.getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
        assertThat(Attachment.nameLike("x" + "🏔".repeat(300))).startsWith("x🏔").endsWith("🏔");
    }

    @Test
    void a_type_is_a_plain_media_type_and_a_size_is_in_bounds() {
        for (String type : List.of("", "image", "image/", "image/png; a=b", "Image/PNG", "a/b\n")) {
            assertThatThrownBy(() -> new Attachment(Bytes32.ZERO, 1, "a", type, null, null))
                    .isInstanceOf(Malformed.class);
        }
        for (long size : new long[] {0, -1, Attachment.LARGEST + 1}) {
            assertThatThrownBy(() -> new Attachment(Bytes32.ZERO, size, "a", "a/b", null, null))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_preview_out_of_bounds_is_none() {
        assertThat(new Preview(Bytes32.ZERO, 9, 320, 180, 2, 80).moves()).isTrue();
        for (int bad : new int[] {0, -1}) {
            assertThatThrownBy(() -> new Preview(Bytes32.ZERO, 9, 320, 180, 2, 80, bad))
                    .isInstanceOf(Malformed.class);
        }
        for (int bad : new int[] {-1, 5_000_000}) {
            assertThatThrownBy(() -> new Preview(Bytes32.ZERO, bad, 1, 1, 1, 0))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new Preview(Bytes32.ZERO, 1, bad, 1, 1, 0))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new Preview(Bytes32.ZERO, 1, 1, bad, 1, 0))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new Preview(Bytes32.ZERO, 1, 1, 1, bad, 0))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new Preview(Bytes32.ZERO, 1, 1, 1, 1, bad))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_message_has_at_most_ten() {
        List<Attachment> eleven = Collections.nCopies(11, named("a"));
        assertThatThrownBy(() -> new Message("", false, null, null, null, eleven))
                .isInstanceOf(Malformed.class);
        assertThat(new Message("", false, null, null, null, eleven.subList(1, 11)).files())
                .hasSize(10);
    }
}

package chatbois.cellart.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "GIF, GIF89a...",
        "WEBP, RIFF....WEBPVP8L",
        "AVI, RIFF....AVI LIST",
        "AVIF, ....ftypavif....",
        "HEIC, ....ftypheic....",
        "QUICKTIME, ....ftypqt  ....",
        "MP4, ....ftypisom....",
        "SVG, <?xml version='1.0'?><!-- x --><svg width='3'>",
        "SVG, '  <svg>'",
    })
    void a_file_is_what_its_first_bytes_say(Format format, String head) {
        assertThat(of(head)).contains(format);
    }

    @Test
    void matroska_is_webm_if_it_says_so() {
        assertThat(of("\u001aE\u00df\u00a3 .. matroska")).contains(Format.MATROSKA);
        assertThat(of("\u001aE\u00df\u00a3 .. webm")).contains(Format.WEBM);
    }

    @Test
    void packets_of_mpeg_are_known_by_where_they_begin() {
        byte[] head = new byte[600];
        head[0] = 'G';
        head[188] = 'G';
        assertThat(Format.of(head)).isEmpty();
        head[376] = 'G';
        assertThat(Format.of(head)).contains(Format.MPEG_TS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd",
                "ffconcat version 1.0\nfile /etc/passwd",
                "<html><body>no</body></html>",
                "RIFF....WAVEfmt ",
                "BM is a word",
                "%PDF-1.7 <svg>",
            })
    void lists_scripts_and_the_rest_are_nothing_that_is_decoded(String head) {
        assertThat(of(head)).isEmpty();
    }

    private static java.util.Optional<Format> of(String head) {
        return Format.of(head.getBytes(StandardCharsets.ISO_8859_1));
    }
}

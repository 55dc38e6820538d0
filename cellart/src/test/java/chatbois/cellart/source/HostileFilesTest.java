package chatbois.cellart.source;

import static chatbois.cellart.source.Patch.After.STAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatbois.cellart.source.Letters.Frame;
import chatbois.cellart.track.Bound;
import chatbois.cellart.track.Track;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that were made to do harm: each of them is told in one sentence, or costs little.
@Timeout(60)
class HostileFilesTest {
    private static final long LITTLE = 64L * 1024 * 1024;

    @TempDir Path folder;

    @Test
    void pictures_that_say_they_are_huge_are_refused_before_room_is_made_for_them()
            throws IOException {
        isRefused("a.png", png(60_000, 60_000), "60000 x 60000 pixels");
        isRefused("b.png", png(20_000, 20_000), "20000 x 20000 pixels");
        isRefused("c.gif", new GifMaker(65_535, 65_535).file(), "65535 x 65535 pixels");
        isRefused("d.bmp", resized("bmp", 18, 0x30750000, 0x30750000), "d.bmp can't be read");
        isRefused("j.jpg", hugeJpeg(), "65500 x 65500 pixels");
        isRefused("t.tiff", hugeTiff(), "30000 x 30000 pixels");
        isRefused("e.webp", vp8l(16_384, 16_384), "16384 x 16384 pixels");
        isRefused(
                "f.png",
                movingPng(16_000, 2_000),
                "16000 x 2000 pixels, and what can move has 9 million");
        isRefused(
                "g.gif",
                new GifMaker(5_000, 5_000).file(),
                "5000 x 5000 pixels, and what can move has 9 million");
    }

    @Test
    void a_frame_that_is_larger_than_its_picture_is_refused() throws IOException {
        PngMaker maker = new PngMaker(4, 4, 6).moving(2, 0);
        Frame frame = new Frame(0, 0, "R", STAYS, 100);
        maker.control(0, 0, 30_000, 30_000, frame, true);
        maker.chunk("IDAT", PngMaker.deflated(new byte[100]));
        isRefused("a.png", maker.file(), "larger than the picture");
    }

    /// A decoder that takes the end of a file for zeros would be busy for minutes.
    @Test
    void a_picture_that_ends_before_its_pixels_is_refused_at_once() throws IOException {
        long begin = System.nanoTime();
        isRefused("a.webp", vp8l(2_500, 2_500), "damaged");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void text_that_inflates_to_a_gigabyte_is_passed_over() throws Exception {
        byte[] bomb = PngMaker.deflated(new byte[100 * 1024 * 1024]);
        PngMaker maker = new PngMaker(2, 1, 6);
        for (String chunk : new String[] {"zTXt", "iCCP", "iTXt"}) {
            ByteBuffer content = ByteBuffer.allocate(bomb.length + 3).put((byte) 'a').putChar('\0');
            maker.chunk(chunk, content.put(bomb).array());
        }
        maker.chunk("IDAT", PngMaker.deflated(new byte[9]));
        byte[] file = maker.file();
        long before = allocated();
        assertThat(track("a.png", file).width()).isEqualTo(2);
        assertThat(allocated() - before).isLessThan(LITTLE);
    }

    @Test
    void of_pixels_that_inflate_to_more_than_the_picture_only_the_picture_is_taken()
            throws Exception {
        PngMaker maker = new PngMaker(3, 1, 6);
        maker.chunk("IDAT", PngMaker.deflated(new byte[200 * 1024 * 1024]));
        byte[] file = maker.file();
        long before = allocated();
        assertThat(track("a.png", file).width()).isEqualTo(3);
        assertThat(allocated() - before).isLessThan(LITTLE);
    }

    @Test
    void of_a_gif_with_a_hundred_thousand_frames_the_first_are_taken() throws Exception {
        GifMaker maker = new GifMaker(2, 2);
        for (int i = 0; i < 100_000; i++) {
            maker.frame(new Frame(0, 0, i % 2 == 0 ? "R" : "G", STAYS, 20));
        }
        Path file = Files.write(folder.resolve("many.gif"), maker.file());
        Prepared prepared = new Preparer(folder).prepare(file, new Wish(0, Bound.MILLIS));
        assertThat(prepared.cut()).isTrue();
        Track track = Track.read(prepared.track());
        assertThat(track.frames()).isBetween(900, Bound.FRAMES);
        assertThat(track.totalMillis()).isLessThanOrEqualTo(Bound.MILLIS);
    }

    @Test
    void what_takes_too_long_ends_where_it_is() throws Exception {
        GifMaker maker = new GifMaker(2_900, 2_900);
        for (int i = 0; i < 1_000; i++) {
            maker.frame(new Frame(i, 0, i % 2 == 0 ? "R" : "G", STAYS, 20));
        }
        Path file = Files.write(folder.resolve("slow.gif"), maker.file());
        Preparer hasty = new Preparer(folder, Duration.ofMillis(500));
        Prepared prepared = hasty.prepare(file, Wish.USUAL);
        assertThat(prepared.cut()).isTrue();
        assertThat(Track.read(prepared.track()).frames()).isLessThan(900);
    }

    @Test
    void a_jpeg_of_a_thousand_scans_is_refused() throws IOException {
        byte[] jpeg = Samples.of("jpg");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Arrays.copyOf(jpeg, jpeg.length - 2));
        for (int i = 0; i < 1_000; i++) {
            file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0});
        }
        isRefused("scans.jpg", file.toByteArray(), "more than 100 scans");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<image href='URL/a.png' width='9' height='9'/>",
                "<image xlink:href='URL/a.png' width='9' height='9'/>",
                "<use href='URL/a.svg#x'/>",
                "<style>@import url(URL/a.css); rect { fill: url(URL/b.svg#x) }</style>",
                "<rect width='9' height='9' fill='url(URL/a.svg#x)'/>",
                "<filter id='f'><feImage href='URL/a.png'/></filter>"
                        + "<rect width='9' height='9' filter='url(#f)'/>",
                "<style>@font-face { font-family: a; src: url(URL/a.ttf) }</style>"
                        + "<text font-family='a'>a</text>",
                "<script href='URL/a.js'/>",
                "<a href='URL/'><rect width='3' height='3'/></a>",
            })
    void an_svg_reaches_for_nothing_in_the_network(String content) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + listener.getLocalPort();
            String doctype = "<!DOCTYPE svg PUBLIC 'x' '%s/a.dtd'>".formatted(url);
            String file =
                    "<?xml version='1.0'?><?xml-stylesheet href='%s/s.css'?>%s"
                                    .formatted(url, doctype)
                            + "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'"
                            + " xmlns:xlink='http://www.w3.org/1999/xlink'>"
                            + content.replace("URL", url)
                            + "<rect x='4' width='2' height='2' fill='red'/></svg>";
            try {
                track("a.svg", file.getBytes(StandardCharsets.UTF_8));
            } catch (Unreadable e) {
                assertThat(e).hasMessageEndingWith(".");
            }
            listener.setSoTimeout(50);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, listener::accept))
                    .isNotNull();
        }
    }

    @Test
    void an_svg_reads_no_other_file_and_has_no_entities() throws Exception {
        Path secret = Files.write(folder.resolve("secret.png"), png(2, 2));
        String image = "<image href='%s' width='9' height='9'/>".formatted(secret.toUri());
        byte[] with = svg("", image + "<rect x='4' width='2' height='2' fill='red'/>");
        byte[] without = svg("", "<rect x='4' width='2' height='2' fill='red'/>");
        assertThat(Files.write(folder.resolve("a.svg"), with)).exists();
        Preparer preparer = new Preparer(folder);
        assertThat(preparer.prepare(folder.resolve("a.svg"), Wish.USUAL).track())
                .isEqualTo(
                        preparer.prepare(Files.write(folder.resolve("b.svg"), without), Wish.USUAL)
                                .track());
        String entities =
                "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        isRefused("c.svg", svg(entities, "<text>&c;</text>"), "damaged");
        isRefused("d.svg", svg(entities, "<text>&x;</text>"), "damaged");
    }

    @Test
    void an_svg_that_multiplies_itself_is_refused() throws IOException {
        StringBuilder uses = new StringBuilder("<defs><g id='g0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 12; i++) {
            uses.append("<g id='g%d'>".formatted(i));
            uses.append("<use href='#g%d'/>".formatted(i - 1).repeat(10)).append("</g>");
        }
        isRefused("a.svg", svg("", uses + "</defs><use href='#g11'/>"), "damaged");
        isRefused("b.svg", svg("", "<g>".repeat(90_000) + "</g>".repeat(90_000)), "damaged");
        isRefused("c.svg", svg("", "<!--" + "x".repeat(5_000_000) + "-->"), "more than 4 MB");
    }

    @Test
    void lists_and_scripts_are_no_videos_whatever_they_are_called() throws IOException {
        String list = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n";
        isRefused("film.mp4", list.getBytes(StandardCharsets.UTF_8), "no picture or video");
        String script = "ffconcat version 1.0\nfile /etc/passwd\n";
        isRefused("film.mkv", script.getBytes(StandardCharsets.UTF_8), "no picture or video");
        byte[] dash =
                "<?xml version='1.0'?><MPD><BaseURL>file:///etc/</BaseURL></MPD>"
                        .getBytes(StandardCharsets.UTF_8);
        isRefused("film.mpd", dash, "no picture or video");
    }

    @Test
    void a_file_has_no_bearing_on_the_sentence_but_its_name_and_that_without_control_characters()
            throws IOException {
        isRefused(
                "a\u001b]0;b\u0007\n.png", png(0, 9), "a\uFFFD]0;b\uFFFD\uFFFD.png can't be read");
    }

    private void isRefused(String name, byte[] content, String why) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        long before = allocated();
        Unreadable e =
                catchThrowableOfType(
                        Unreadable.class, () -> new Preparer(folder).prepare(file, Wish.USUAL));
        assertThat(e).as(name).hasMessageContaining(why);
        assertThat(e.getMessage()).matches("[^\\p{Cntrl}]{1,300}\\.");
        assertThat(allocated() - before).isLessThan(LITTLE);
    }

    private Track track(String name, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        return Track.read(new Preparer(folder).prepare(file, Wish.USUAL).track());
    }

    private static byte[] svg(String before, String content) {
        return "%s<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>%s</svg>"
                .formatted(before, content)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png(int width, int height) {
        return new PngMaker(width, height, 2)
                .chunk("IDAT", PngMaker.deflated(new byte[1_000_000]))
                .file();
    }

    private static byte[] movingPng(int width, int height) {
        PngMaker maker = new PngMaker(width, height, 6).moving(2, 0);
        return maker.frame(new Frame(0, 0, "R", STAYS, 100), true).file();
    }

    private static byte[] resized(String format, int at, int... lies) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Samples.of(format)).position(at);
        for (int lie : lies) {
            file.putInt(lie);
        }
        return file.array();
    }

    private static byte[] hugeJpeg() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Samples.of("jpg"));
        int frame = 0;
        while (file.getChar(frame) != 0xFFC0) {
            frame++;
        }
        return file.putChar(frame + 5, (char) 65_500).putChar(frame + 7, (char) 65_500).array();
    }

    /// The parts of a TIFF that say how large it is, and no pixels.
    private static byte[] hugeTiff() {
        int[][] tags = {
            {256, 30_000}, {257, 30_000}, {258, 8}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {279, 9}
        };
        ByteBuffer file = ByteBuffer.allocate(200).putInt(0x4D4D002A).putInt(8);
        file.putChar((char) tags.length);
        for (int[] tag : tags) {
            file.putChar((char) tag[0]).putChar((char) 3).putInt(1);
            file.putChar((char) tag[1]).putChar('\0');
        }
        return file.array();
    }

    /// A lossless WebP of which there is only the head.
    private static byte[] vp8l(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(40).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(32);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(20);
        file.put((byte) 0x2F).putInt(width - 1 | height - 1 << 14);
        return file.array();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}

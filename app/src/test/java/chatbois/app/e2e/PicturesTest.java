package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pictures from one machine to others, with whole programs in pseudo-terminals.
@Tag("e2e")
class PicturesTest extends Hosted {
    private static final Map<String, String> ALL_COLOURS = Map.of("COLORTERM", "truecolor");
    private static final int RED = 0xFF0000;
    private static final int BLUE = 0x0000FF;

    @Test
    void a_picture_and_what_moves_come_to_everybody_as_their_terminal_can_show_them()
            throws Exception {
        Path png = picture("flag.png", RED);
        Path gif = film("blink.gif", 2, 150, (frame, _) -> frame == 0 ? RED : BLUE);
        try (Window anna = host.join("anna", host.ownerInvite(), 90, 40, ALL_COLOURS, LINE);
                Window ben = host.join("ben", Host.invite(anna), 90, 40);
                Window cleo = host.joinPlain("cleo", Host.invite(anna))) {
            meet(anna, ben, cleo);
            int annas = anna.raw().length();
            int bens = ben.raw().length();
            send(anna, "/attach " + png + " our flag");
            for (Window window : new Window[] {anna, ben}) {
                window.await("our flag");
                window.await("▣ flag.png · PNG");
            }
            awaitWritten(anna, annas, "8;2;25[0-5];[0-9]{1,2};[0-9]{1,2}m");
            awaitWritten(ben, bens, "8;5;196m");
            cleo.await("our flag");
            cleo.await("[picture flag.png, PNG, ");

            anna.say("/describe #" + seq(cleo, "our flag") + " all red");
            send(anna, "/attach " + gif);
            ben.await("▶ blink.gif · GIF · 0:");
            for (int frame = 0; frame < 6; frame++) {
                awaitWritten(ben, "8;5;[0-9]+m");
            }
            cleo.await("[film blink.gif, GIF, ");
            assertThat(cleo.raw()).doesNotContain("\u001b");
        }
    }

    @Test
    void a_picture_can_be_viewed_in_all_characters_also_where_pictures_are_off() throws Exception {
        Path png = picture("flag.png", RED);
        try (Window anna = host.join("anna", host.ownerInvite(), 90, 40);
                Window ben = host.join("ben", Host.invite(anna), 90, 40)) {
            meet(anna, ben);
            send(anna, "/attach " + png + " our flag");
            ben.await("▣ flag.png · PNG");
            send(ben, "/style off");
            ben.await("media.style is off now.");
            ben.type("/view");
            ben.await("> /view");
            ben.type("\r");
            ben.await("blocks · Esc closes");
            ben.type("s");
            ben.await("mosaic · Esc closes");
            ben.type("aa");
            ben.await("octant · Esc closes");
        }
    }

    @Test
    void a_film_is_seen_where_there_is_what_decodes_it() throws Exception {
        assumeTrue(hasFfmpeg(), "there is no ffmpeg");
        Path film = directory.resolve("clip.mp4");
        Files.copy(Path.of("src/test/resources/chatbois/app/e2e/clip.mp4"), film);
        try (Window anna = host.join("anna", host.ownerInvite(), 90, 40);
                Window ben = host.join("ben", Host.invite(anna), 90, 40)) {
            meet(anna, ben);
            send(anna, "/attach " + film + " moving");
            ben.await("▶ clip.mp4 · MP4 · 0:0");
            String first = ben.screen();
            ben.await("another frame", screen -> !screen.equals(first));
        }
    }

    @Test
    void a_server_that_dies_in_the_middle_of_a_file_gets_the_rest_when_it_is_back()
            throws Exception {
        Path file = directory.resolve("noise.bin");
        byte[] noise = new byte[24_000_000];
        new Random(3).nextBytes(noise);
        Files.write(file, noise);
        try (Window anna = host.join("anna", host.ownerInvite(), 90, 24);
                Window ben = host.join("ben", Host.invite(anna), 90, 24)) {
            meet(anna, ben);
            send(anna, "/attach " + file);
            anna.await("some of it sent", screen -> screen.matches("(?s).*[1-9][0-9]? %.*"));
            host.kill();
            anna.await("the loss seen", screen -> !screen.contains("Kitchen · online"));
            host.startAgain();
            ben.await("▤ noise.bin · file · 24.0 MB");
            ben.say("/save " + directory.resolve("copy.bin"));
            ben.await("Saved as");
            assertThat(Files.mismatch(file, directory.resolve("copy.bin"))).isNegative();
        }
    }

    @Test
    void over_a_slow_line_one_can_type_while_it_moves() throws Exception {
        Random random = new Random(5);
        Path gif = film("noise.gif", 12, 60, (_, _) -> random.nextInt(1 << 24));
        Window.Line slow = new Window.Line(64 * 1024, /* answers= */ true);
        try (Window anna = host.join("anna", host.ownerInvite(), 80, 24);
                Window ben = host.join("ben", Host.invite(anna), 80, 24, ALL_COLOURS, slow)) {
            meet(anna, ben);
            send(anna, "/attach " + gif);
            ben.await("▶ noise.gif");
            awaitWritten(ben, "8;2;");
            long[] nanos = new long[40];
            for (int i = 0; i < nanos.length; i++) {
                TimeUnit.MILLISECONDS.sleep(80 + random.nextInt(60)); // as a person types
                String typed = "> " + "x".repeat(i + 1);
                long pressed = System.nanoTime();
                ben.type("x");
                ben.await("the key", screen -> screen.contains(typed));
                nanos[i] = System.nanoTime() - pressed;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "key to echo at 64 KiB/s: median %d ms, the slowest %d ms%n",
                    nanos[nanos.length / 2] / 1_000_000, nanos[nanos.length - 1] / 1_000_000);
            awaitWritten(ben, "8;2;"); // and it moves on afterwards
        }
    }

    private static final Window.Line LINE = new Window.Line(0, /* answers= */ true);

    private static void meet(Window anna, Window... others) throws Exception {
        anna.say(others.length > 1 ? "/new pics ben cleo" : "/new pics ben");
        for (Window other : others) {
            other.await("#pics");
            other.say("/go pics");
        }
        others[0].await("#pics  ");
    }

    /// A path may be longer than the row that shows it.
    private static void send(Window window, String line) throws Exception {
        window.type(line);
        String end = line.substring(line.length() - 8);
        window.await("the typed line", screen -> screen.replace("\n", "").contains(end));
        window.type("\r");
    }

    /// Waits until that is written to the terminal, not counting what was before.
    private static void awaitWritten(Window window, String text) throws Exception {
        awaitWritten(window, window.raw().length(), text);
    }

    private static void awaitWritten(Window window, int from, String text) throws Exception {
        Pattern wanted = Pattern.compile(text);
        window.await(
                text + " written",
                _ -> wanted.matcher(window.raw()).region(from, window.raw().length()).find());
    }

    private static long seq(Window plain, String text) {
        String screen = plain.screen();
        String line = screen.lines().filter(l -> l.contains(text)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceFirst(".* #([0-9]+) .*", "$1"));
    }

    private static boolean hasFfmpeg() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg")));
    }

    private Path picture(String name, int color) throws IOException {
        BufferedImage image = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 160 * 80; i++) {
            image.setRGB(i % 160, i / 160, color);
        }
        Path file = directory.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private interface Paint {
        int at(int frame, int pixel);
    }

    /// A GIF that goes on for ever.
    private Path film(String name, int frames, int millis, Paint paint) throws IOException {
        Path file = directory.resolve(name);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < frames; frame++) {
                BufferedImage image = new BufferedImage(64, 36, BufferedImage.TYPE_INT_RGB);
                for (int i = 0; i < 64 * 36; i++) {
                    image.setRGB(i % 64, i / 64, paint.at(frame, i));
                }
                writer.writeToSequence(new IIOImage(image, null, timing(writer, millis)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    private static IIOMetadata timing(ImageWriter writer, int millis) throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB),
                        null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(millis / 10));
        root.appendChild(control);
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        extensions.appendChild(loop);
        root.appendChild(extensions);
        metadata.setFromTree(format, root);
        return metadata;
    }
}

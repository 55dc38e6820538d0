package chatbois.cellart.source;

import chatbois.cellart.Picture;
import chatbois.cellart.track.Bound;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads videos, and pictures that are made like them, by ffmpeg in a process of its own. Which
/// kind of file it is, we say: ffmpeg would take a playlist for a video and open what it names.
final class VideoReader {
    private static final int FASTEST = 25;
    private static final long SECONDS = 40;

    /// A little more than wished is asked for, to see whether there is more.
    private static final int MORE_MILLIS = 200;

    /// How much of a file's beginning is looked at for tiles.
    private static final int HEAD = 64 * 1024;

    private VideoReader() {}

    static void read(Ffmpeg ffmpeg, Format format, Path file, Wish wish, Screen screen)
            throws IOException {
        boolean still = format == Format.AVIF || format == Format.HEIC;
        if (still) {
            checkWhole(file);
        }
        // As many as fit into a track of this length.
        int fps = Math.min(FASTEST, 1000 * Bound.FRAMES / wish.lengthMillis());
        List<String> arguments = still ? still(format, screen) : moving(format, wish, screen, fps);
        Process process = ffmpeg.start(file, arguments);
        Thread.ofVirtual().name("ffmpeg-limit").start(() -> endInTime(process));
        Remarks remarks = Remarks.of(process);
        try (InputStream out = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            screen.skip(still ? 0 : wish.fromMillis());
            boolean more = true;
            for (int frame = 0; more; frame++) {
                Picture picture = picture(out);
                int millis = (frame + 1) * 1000 / fps - frame * 1000 / fps;
                more = picture != null && screen.show(picture, millis);
            }
        } finally {
            process.destroyForcibly();
        }
        remarks.length().ifPresent(screen::lasts);
    }

    private static void endInTime(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }

    private static List<String> still(Format format, Screen screen) {
        List<String> arguments = new ArrayList<>(input(format, "0"));
        arguments.addAll(List.of("-frames:v", "1"));
        arguments.addAll(output(screen.side(false), ""));
        return arguments;
    }

    private static List<String> moving(Format format, Wish wish, Screen screen, int fps) {
        List<String> arguments = new ArrayList<>(input(format, seconds(wish.fromMillis())));
        arguments.addAll(List.of("-t", seconds(wish.lengthMillis() + MORE_MILLIS)));
        arguments.addAll(output(screen.side(true), "fps=" + fps + ","));
        return arguments;
    }

    private static String seconds(int millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }

    private static List<String> input(Format format, String from) {
        return List.of(
                "-nostdin",
                "-v",
                "info",
                "-hide_banner",
                "-nostats",
                "-max_alloc",
                "536870912",
                "-threads",
                "2",
                "-max_pixels",
                String.valueOf(Picture.MOST),
                "-protocol_whitelist",
                "file",
                "-f",
                format.demuxer(),
                "-ss",
                from,
                "-i",
                "file:" + Sandbox.INPUT,
                "-map",
                "0:v:0");
    }

    private static List<String> output(int side, String before) {
        String scale =
                "scale=iw*sar:ih,setsar=1,scale=w='min(%d,iw)':h='min(%d,ih)'"
                        + ":force_original_aspect_ratio=decrease:flags=area";
        return List.of(
                "-vf",
                before + scale.formatted(side, side),
                "-pix_fmt",
                "rgb24",
                "-c:v",
                "ppm",
                "-f",
                "image2pipe",
                "-");
    }

    /// The next picture as PPM, or null at the end, which comes early if it was made to.
    private static @Nullable Picture picture(InputStream in) throws Unreadable {
        try {
            return in.read() == 'P' && in.read() == '6' ? pixmap(in) : null;
        } catch (Unreadable e) {
            throw e;
        } catch (IOException _) {
            return null;
        }
    }

    private static @Nullable Picture pixmap(InputStream in) throws IOException {
        int width = number(in);
        int height = number(in);
        int most = number(in);
        if (most != 255) {
            throw new Unreadable("ffmpeg gives no pictures of it");
        }
        StillReader.check(width, height);
        byte[] row = new byte[3 * width];
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            if (in.readNBytes(row, 0, row.length) < row.length) {
                return null;
            }
            for (int x = 0; x < width; x++) {
                int red = row[3 * x] & 0xFF;
                int green = row[3 * x + 1] & 0xFF;
                pixels[y * width + x] = red << 16 | green << 8 | row[3 * x + 2] & 0xFF;
            }
        }
        return new Picture(width, height, pixels);
    }

    /// A number and the white space around it.
    private static int number(InputStream in) throws IOException {
        int number = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next >= '0' && next <= '9' && number < Picture.LONGEST) {
                number = Math.max(number, 0) * 10 + next - '0';
            } else if (number >= 0) {
                break;
            }
        }
        return number;
    }

    /// Pictures of tiles need somebody who puts these together.
    private static void checkWhole(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            int items = head.indexOf("iinf");
            if (items >= 0 && head.indexOf("grid", items) >= 0) {
                throw new Unreadable("it is made of tiles, which can't be put together here");
            }
        }
    }
}

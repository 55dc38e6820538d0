package chatbois.bench;

import chatbois.cellart.CellArt;
import chatbois.cellart.Colors;
import chatbois.cellart.Picture;
import chatbois.cellart.Reel;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Draws pictures as ASCII and says what one takes, as `bench/libchafa/frames.c` does by libchafa:
/// with the same arguments, and the same lines coming in and going out.
final class OurFrames {
    private static final Size SIZE = new Size(80, 24);

    private final List<Picture> pictures;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Reel letters = new Reel(Style.ASCII, Colors.NONE, SIZE);
    private final Reel colored = new Reel(Style.ASCII, Colors.FULL, SIZE);

    private OurFrames(List<Picture> pictures) {
        this.pictures = pictures;
    }

    public static void main(String[] args) throws IOException {
        int width = Integer.parseInt(args[1]);
        int height = Integer.parseInt(args[2]);
        OurFrames frames = new OurFrames(read(Path.of(args[0]), width, height));
        BufferedReader asks =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String ask = asks.readLine(); ask != null; ask = asks.readLine()) {
            String[] words = ask.split(" ");
            Colors colors = words[1].equals("none") ? Colors.NONE : Colors.FULL;
            System.out.println(
                    frames.millis(frames.drawer(words[0], colors), Integer.parseInt(words[2])));
        }
    }

    private static List<Picture> read(Path file, int width, int height) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<Picture> pictures = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int[] pixels = new int[width * height];
            Arrays.setAll(pixels, _ -> bytes.getInt() >>> 8);
            pictures.add(new Picture(width, height, pixels));
        }
        return pictures;
    }

    private Consumer<Picture> drawer(String kind, Colors colors) {
        if (kind.equals("still")) {
            CellArt art = new CellArt(Style.ASCII, colors);
            return picture -> art.draw(picture, SIZE, CellArt.Care.FULL);
        }
        Reel reel = colors == Colors.NONE ? letters : colored;
        return picture -> reel.next(picture, 0);
    }

    private double millis(Consumer<Picture> drawer, int count) {
        long began = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            drawer.accept(pictures.get(i % pictures.size()));
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e6 / count;
    }
}

package chatbois.bench;

import chatbois.cellart.Picture;
import chatbois.cellart.track.Bound;
import chatbois.cellart.track.TrackWriter;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;

/// Films made of photographs: what a camera sees that goes over them, and a picture in which a part
/// moves. Ten seconds each.
///
/// @param frames 25 of them in a second, as many as a preview has
record Clip(String name, List<Picture> frames) {
    static final int WIDTH = 320;
    static final int HEIGHT = 192;
    static final int MILLIS = 40;
    private static final int FRAMES = 250;
    private static final int SIDE = 512;

    /// A camera goes to and fro over one picture and, after five seconds, over another one.
    static Clip camera() throws IOException {
        int[] first = pixels("astronaut");
        int[] second = pixels("chelsea");
        return of("camera", frame -> view(frame < FRAMES / 2 ? first : second, frame % 125));
    }

    private static Picture view(int[] from, int frame) {
        int way = Math.min(frame, 125 - frame);
        int[] view = new int[WIDTH * HEIGHT];
        for (int i = 0; i < view.length; i++) {
            view[i] = from[(i / WIDTH + way) * SIDE + i % WIDTH + 2 * way];
        }
        return new Picture(WIDTH, HEIGHT, view);
    }

    /// A disc of the picture's middle goes to and fro.
    static Clip part() throws IOException {
        int[] from = pixels("astronaut");
        return of("part", frame -> moved(from, (int) Math.round(8 * Math.sin(frame / 8.0))));
    }

    private static Picture moved(int[] from, int shift) {
        int[] view = new int[WIDTH * HEIGHT];
        for (int i = 0; i < view.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            boolean moves = Math.hypot(x - shift - WIDTH / 2.0, y - HEIGHT / 2.0) < HEIGHT / 5.0;
            view[i] = from[y * SIDE + 20 + (moves ? x - shift : x)];
        }
        return new Picture(WIDTH, HEIGHT, view);
    }

    private static Clip of(String name, IntFunction<Picture> frames) {
        List<Picture> all = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            all.add(frames.apply(frame));
        }
        return new Clip(name, all);
    }

    private static int[] pixels(String name) throws IOException {
        Path file = Path.of("bench", "pictures", name + ".jpg");
        BufferedImage flat = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(ImageIO.read(file.toFile()), 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        return flat.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
    }

    /// The preview that goes along with such a film.
    byte[] track() {
        TrackWriter writer = new TrackWriter(WIDTH, HEIGHT, Bound.MOVING);
        frames.forEach(frame -> writer.add(frame, MILLIS));
        return writer.finish();
    }
}

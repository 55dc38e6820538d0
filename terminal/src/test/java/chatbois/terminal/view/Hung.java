package chatbois.terminal.view;

import chatbois.cellart.Colors;
import chatbois.cellart.Style;
import chatbois.cellart.worker.Look;
import chatbois.log.Bytes32;
import chatbois.log.Sha256;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.media.Drawing;
import chatbois.terminal.media.Gallery.Exposed;
import chatbois.terminal.media.Panel;
import chatbois.terminal.media.Wanted;
import chatbois.terminal.screen.Optics;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Place;
import chatbois.terminal.state.Scene;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Chats with pictures.
final class Hung {
    private static final int SKY = 0x5F87D7;
    private static final int GRASS = 0x5F8700;

    private Hung() {}

    /// Nothing of them is here yet.
    static Scene coming(int width, int height) {
        return scene(width, height, "half", ColorDepth.PALETTE);
    }

    static Scene drawn(int width, int height, String style, ColorDepth depth) {
        return exposed(
                scene(width, height, style, depth),
                look -> new Exposed.Drawn(Panel.of(art(look), null), 0));
    }

    /// The newest one over the whole screen, a little nearer, on its third frame.
    static Scene whole(int width, int height) {
        Scene scene = coming(width, height);
        scene.enter("/view");
        scene.type("+ff");
        return exposed(scene, look -> new Exposed.Drawn(Panel.of(art(look), null), 2));
    }

    static Scene sending(int width, int height) {
        Scene scene = drawn(width, height, "off", ColorDepth.PALETTE);
        Place here = Scene.place("#general");
        scene.update.take(
                new Event.Transfer(here, "a", "sending cat.png", 600_000, 1_000_000, false));
        scene.update.take(new Event.Transfer(here, "b", "looking at dog.mp4", 0, 0, false));
        scene.update.take(new Event.Transfer(here, "c", "sending x", 1, 2, false));
        scene.update.take(new Event.Transfer(here, "c", "", 0, 0, true));
        return scene;
    }

    static Scene failed(int width, int height) {
        return exposed(
                coming(width, height), _ -> new Exposed.Failed("The server has it no more."));
    }

    /// Grass below, sky above; drawn by hand, lest every better way to draw be another screen.
    private static chatbois.cellart.Cells art(Look look) {
        int columns = look.size().columns();
        int count = columns * look.size().rows();
        boolean colours = !look.manner().equals(new Look.Characters(Style.ASCII, Colors.NONE));
        int[] characters = new int[count];
        int[] inks = new int[count];
        int[] grounds = new int[count];
        for (int i = 0; i < count; i++) {
            boolean sky = i / columns < look.size().rows() / 2;
            characters[i] = colours ? '▀' : sky ? '.' : '#';
            inks[i] = colours ? SKY : chatbois.cellart.Cells.OWN;
            grounds[i] = colours ? sky ? SKY : GRASS : chatbois.cellart.Cells.OWN;
        }
        return new chatbois.cellart.Cells(look.size(), characters, inks, grounds);
    }

    private static Scene exposed(Scene scene, Function<Look, Exposed> way) {
        Cells cells = new Cells(scene.model.width(), scene.model.height());
        for (Wanted wanted : View.draw(cells, scene.model)) {
            Exposed what = way.apply(wanted.shot().look());
            scene.update.take(new Event.Exposed(wanted.shot(), what));
        }
        return scene;
    }

    private static Scene scene(int width, int height, String style, ColorDepth depth) {
        Scene scene =
                new Scene(width, height)
                        .members("bob")
                        .chat("#general", 0)
                        .says("bob", "Look where we went:")
                        .sends("bob", "", file("meadow.png", "image/png", "a meadow", 1))
                        .sends(
                                "anna",
                                "Nice! And we:",
                                file("waves.mp4", "video/mp4", null, 90),
                                file("song.flac", "audio/flac", null, 0));
        scene.model
                .showcase()
                .draws(_ -> Drawing.of(style, depth, Map.of("TERM", "xterm"), Optics.NONE));
        scene.changed();
        return scene;
    }

    private static Attachment file(String name, String type, @Nullable String alt, int frames) {
        Preview preview =
                frames == 0
                        ? null
                        : new Preview(hash(name), 9_000, 160, 80, frames, (frames - 1) * 40);
        return new Attachment(hash(type), 1_234_567, name, type, alt, preview);
    }

    private static Bytes32 hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

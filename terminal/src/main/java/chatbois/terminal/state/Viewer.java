package chatbois.terminal.state;

import chatbois.cellart.Size;
import chatbois.cellart.worker.Crop;
import chatbois.cellart.worker.Look;
import chatbois.client.session.Entry;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import chatbois.terminal.media.Drawing;
import chatbois.terminal.media.Gallery;
import chatbois.terminal.media.Gallery.Exposed;
import chatbois.terminal.media.Panel;
import chatbois.terminal.media.Playback;
import chatbois.terminal.media.Shot;
import chatbois.terminal.media.Source;
import chatbois.terminal.media.Wall;
import chatbois.terminal.media.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One picture of a chat over the whole screen: which, how near, which part of it, how it is
/// played. Owned by the screen's thread.
public final class Viewer {
    private static final double MOST_ZOOM = 16;
    private static final double ZOOM_STEP = 1.5;
    private static final double PAN_STEP = 0.2;
    private static final double[] SPEEDS = {0.125, 0.25, 0.5, 1, 1.5, 2, 4};
    private static final int USUAL_SPEED = 3;

    /// A picture that can be seen.
    ///
    /// @param which of those that came with its message, from 1
    public record Hung(Source source, Attachment file, int which) {
        boolean moves() {
            return source.preview().moves();
        }
    }

    private final List<Hung> all;
    private int at;
    private Drawing drawing;
    private double zoom = 1;
    private double middleX = 0.5;
    private double middleY = 0.5;
    private int speed = USUAL_SPEED;
    private boolean paused;
    private int again;

    /// The one to stand on; negative for where it is.
    private int frame = -1;

    private @Nullable Panel last;
    private int lastFrame;

    /// @param all of which it is one, the oldest first
    Viewer(List<Hung> all, int at, Drawing drawing) {
        this.all = List.copyOf(all);
        this.at = at;
        this.drawing = drawing;
    }

    /// The pictures of some entries, the oldest first.
    static List<Hung> of(List<Entry> entries, Place here) {
        List<Hung> all = new ArrayList<>();
        for (Entry entry : entries) {
            List<Attachment> files = entry.attachments();
            for (int i = 0; i < files.size(); i++) {
                Preview preview = files.get(i).preview();
                var chat = here.chat();
                if (preview != null && entry.seq() > 0 && chat != null) {
                    Source source = new Source(here.community(), chat, entry.seq(), preview);
                    all.add(new Hung(source, files.get(i), i + 1));
                }
            }
        }
        return all;
    }

    public Hung shown() {
        return all.get(at);
    }

    /// Which one of how many, `2 of 5`.
    public String count() {
        return (at + 1) + " of " + all.size();
    }

    /// How it is played, in words; empty if it doesn't move.
    public String playing() {
        if (!shown().moves()) {
            return "";
        }
        String which =
                "frame %d of %d".formatted(lastFrame + 1, shown().source().preview().frames());
        String how = paused ? "paused, " : speed == USUAL_SPEED ? "" : "×" + SPEEDS[speed] + ", ";
        return how + which;
    }

    /// How near it is, in words; empty if all of it is seen.
    public String nearness() {
        return zoom == 1 ? "" : "×%.1f".formatted(zoom);
    }

    public Drawing drawing() {
        return drawing;
    }

    /// What is to be on a screen with so much room.
    public Wanted wanted(int width, int rows) {
        int columns = drawing.most(width);
        Preview preview = shown().source().preview();
        Size whole = Wall.fitting(preview.width(), preview.height(), columns, rows);
        Size size =
                new Size(
                        (int) Math.min(columns, Math.round(whole.columns() * zoom)),
                        (int) Math.min(rows, Math.round(whole.rows() * zoom)));
        Crop crop =
                crop(
                        Math.min(1, size.columns() / (whole.columns() * zoom)),
                        Math.min(1, size.rows() / (whole.rows() * zoom)));
        Look look = new Look(drawing.manner(), size, crop);
        double pace = paused ? 0 : SPEEDS[speed];
        return new Wanted(new Shot(shown().source(), look), new Playback(pace, frame, again));
    }

    private Crop crop(double width, double height) {
        double left = Math.clamp(middleX - width / 2, 0, 1 - width);
        double top = Math.clamp(middleY - height / 2, 0, 1 - height);
        return new Crop(left, top, width, height);
    }

    /// What can be shown now: what is wanted, or as long as that isn't there what was shown before.
    public Optional<Exposed> exposed(Gallery gallery, Shot shot) {
        Optional<Exposed> found = gallery.of(shot);
        if (found.orElse(null) instanceof Exposed.Drawn(Panel panel, int number)) {
            last = panel;
            lastFrame = number;
        }
        Panel before = last;
        return before == null ? found : found.or(() -> Optional.of(new Exposed.Drawn(before, 0)));
    }

    void zoom(int by) {
        double wanted = zoom * Math.pow(ZOOM_STEP, by);
        zoom = wanted < ZOOM_STEP / 1.1 && by < 0 ? 1 : Math.min(wanted, MOST_ZOOM);
        pan(0, 0);
    }

    /// Moves by some steps of what is seen.
    void pan(int right, int down) {
        double half = 0.5 / zoom;
        middleX = Math.clamp(middleX + right * PAN_STEP / zoom, half, 1 - half);
        middleY = Math.clamp(middleY + down * PAN_STEP / zoom, half, 1 - half);
    }

    /// What stands at its end is played again.
    void pause() {
        boolean atEnd = (frame < 0 ? lastFrame : frame) == shown().source().preview().frames() - 1;
        again += atEnd ? 1 : 0;
        paused = !paused && !atEnd;
        frame = -1;
    }

    void step(int by) {
        int frames = shown().source().preview().frames();
        paused = true;
        frame = Math.floorMod((frame < 0 ? lastFrame : frame) + by, frames);
    }

    void speed(int by) {
        speed = Math.clamp(speed + by, 0, SPEEDS.length - 1);
    }

    /// In other characters, or in pixels.
    void draw(Drawing other) {
        drawing = other;
    }

    /// Another picture, if there is one.
    void turn(int by) {
        int next = Math.clamp(at + by, 0, all.size() - 1);
        if (next != at) {
            at = next;
            zoom = 1;
            middleX = 0.5;
            middleY = 0.5;
            paused = false;
            frame = -1;
            last = null;
            lastFrame = 0;
        }
    }
}

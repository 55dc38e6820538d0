package chatbois.terminal.view;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.media.Gallery;
import chatbois.terminal.media.Gallery.Exposed;
import chatbois.terminal.media.Panel;
import chatbois.terminal.media.Playback;
import chatbois.terminal.media.Shot;
import chatbois.terminal.media.Wanted;
import chatbois.terminal.talk.Look;
import chatbois.terminal.talk.Row;
import chatbois.terminal.text.Wrap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Draws what there is of the pictures in a chat, and remembers which are to be seen.
final class HungPictures {
    private final Gallery gallery;
    private final Set<Shot> seen = new LinkedHashSet<>();

    HungPictures(Gallery gallery) {
        this.gallery = gallery;
    }

    /// What is drawn takes the place of the words for it.
    void draw(Row row, Cells line) {
        Row.Strip strip = row.strip();
        if (strip == null) {
            return;
        }
        seen.add(strip.shot());
        switch (gallery.of(strip.shot()).orElse(null)) {
            case Exposed.Drawn(Panel panel, _) -> {
                Cells place = line.part(strip.x(), 0, panel.size().columns(), 1);
                place.fill(Look.PLAIN);
                panel.draw(place, 0, 0, strip.row());
                place.later();
            }
            case Exposed.Failed(String sentence) -> {
                if (strip.row() == strip.shot().look().size().rows() - 1) {
                    Cells place = line.part(strip.x(), 0, line.width(), 1);
                    place.put(0, 0, Wrap.ellipsis(sentence, place.width()), Look.WRONG);
                }
            }
            case null -> {}
        }
    }

    /// From the top down.
    List<Wanted> seen() {
        return seen.stream().map(shot -> new Wanted(shot, Playback.USUAL)).toList();
    }
}

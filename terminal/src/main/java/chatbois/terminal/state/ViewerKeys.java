package chatbois.terminal.state;

import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.media.Drawing;
import chatbois.terminal.setting.Setting;
import java.util.List;
import java.util.Optional;

/// Opens pictures over the whole screen, and what the keys do there.
final class ViewerKeys {
    /// The first picture of a message, be it the first of its files or not.
    private static final int ANY = 0;

    private final Model model;
    private final Update update;

    ViewerKeys(Model model, Update update) {
        this.model = model;
        this.update = update;
    }

    /// Opens the newest picture in view.
    void open() {
        open(0, ANY);
    }

    /// Opens what was typed: `#12`, `#12 2`, or nothing for the newest.
    void open(String typed) {
        String[] words = typed.replace("#", "").strip().split("\\s+");
        boolean numbers = typed.isBlank() || typed.matches("#?[0-9]{1,15}(\\s+[0-9]{1,2})?");
        if (!numbers) {
            model.hint = "Type /view, or /view and the number of a message.";
        } else if (typed.isBlank()) {
            open();
        } else {
            open(Long.parseLong(words[0]), words.length > 1 ? Integer.parseInt(words[1]) : ANY);
        }
    }

    /// @param seq the place of a message; 0 for the newest that has a picture
    /// @param which of its files; [#ANY] for the first that is a picture
    void open(long seq, int which) {
        Optional<Place> here = model.here();
        List<Viewer.Hung> all = here.map(p -> Viewer.of(model.talk.entries(), p)).orElse(List.of());
        int at = seq == 0 ? all.size() - 1 : 0;
        while (at < all.size() && seq > 0 && !isMeant(all.get(at), seq, which)) {
            at++;
        }
        if (at < 0 || at == all.size()) {
            model.hint =
                    seq == 0
                            ? "There is no picture among the messages here."
                            : "Message #%d has no such picture, or is not here; scroll to it first."
                                    .formatted(seq);
            return;
        }
        model.overlay = new Overlay.Picture(new Viewer(all, at, drawing()));
    }

    private static boolean isMeant(Viewer.Hung hung, long seq, int which) {
        return hung.source().seq() == seq && (which == ANY || hung.which() == which);
    }

    private Drawing drawing() {
        return model.showcase.drawing().orElseGet(() -> model.showcase.drawing(Drawing.AUTO));
    }

    void press(Viewer viewer, Stroke stroke) {
        model.hint = "";
        switch (model.bindings.action(Where.VIEWING, stroke).orElse(null)) {
            case ZOOM_IN -> viewer.zoom(1);
            case ZOOM_OUT -> viewer.zoom(-1);
            case PAN_LEFT -> viewer.pan(-1, 0);
            case PAN_RIGHT -> viewer.pan(1, 0);
            case PAN_UP -> viewer.pan(0, -1);
            case PAN_DOWN -> viewer.pan(0, 1);
            case PAUSE -> viewer.pause();
            case FRAME_BACK -> viewer.step(-1);
            case FRAME_ON -> viewer.step(1);
            case SLOWER -> viewer.speed(-1);
            case FASTER -> viewer.speed(1);
            case STYLE_BACK -> turnStyle(viewer, -1);
            case STYLE_ON -> turnStyle(viewer, 1);
            case KEEP_STYLE -> keep(viewer);
            case PICTURE_BACK -> viewer.turn(-1);
            case PICTURE_ON -> viewer.turn(1);
            case LEAVE_PICTURE -> model.overlay = new Overlay.None();
            case null, default -> {}
        }
    }

    private void turnStyle(Viewer viewer, int by) {
        int now = Drawing.WORDS.indexOf(viewer.drawing().word());
        String next = Drawing.WORDS.get(Math.floorMod(now + by, Drawing.WORDS.size()));
        viewer.draw(model.showcase.drawing(next));
    }

    /// All pictures are drawn so from now on.
    private void keep(Viewer viewer) {
        String word = viewer.drawing().word();
        List<String> words = List.of(Setting.MEDIA_STYLE.title(), word);
        Input set = new Input.Run(Verb.SET, words, String.join(" ", words));
        model.here().ifPresent(here -> update.want(new Effect.Run(here, set)));
        model.hint = "Pictures are drawn in " + word + " from now on.";
    }
}

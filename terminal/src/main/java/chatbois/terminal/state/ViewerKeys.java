package chatbois.terminal.state;

import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.command.Which;
import chatbois.terminal.media.Drawing;
import chatbois.terminal.setting.Setting;
import java.util.List;
import java.util.Optional;

/// Opens pictures over the whole screen, and what the keys do there.
final class ViewerKeys {
    /// The first picture of a message, be it the first of its files or not.
    static final int ANY = 0;

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

    /// Opens it so that its style may be chosen.
    void openToChoose() {
        open();
        if (model.overlay instanceof Overlay.Picture) {
            model.hint =
                    "%s and %s show other styles, %s keeps one."
                            .formatted(
                                    model.bindings.key(Action.STYLE_ON),
                                    model.bindings.key(Action.STYLE_BACK),
                                    model.bindings.key(Action.KEEP_STYLE));
        }
    }

    /// Opens what was typed: `#12`, `#12.2`, `#12 2`, also without the sign, or nothing for the
    /// newest.
    void open(String typed) {
        try {
            String text = typed.matches("[0-9].*") ? "#" + typed : typed;
            List<String> words = List.of(text.strip().split("\\s+"));
            Which which = Which.of(text.isBlank() ? List.of() : words, Verb.VIEW);
            if (!which.rest().isEmpty()) {
                model.hint = "Type /view, or /view and the number of a message.";
            } else {
                open(which.number().orElse(0L), which.which(), which);
            }
        } catch (IllegalArgumentException e) {
            model.hint = String.valueOf(e.getMessage());
        }
    }

    private void open(long seq, int which, Which typed) {
        model.talk.entries().stream()
                .filter(entry -> entry.seq() == seq && entry.isMessage())
                .forEach(typed::among); // throws what is wrong with it
        open(seq, which);
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
                    seq == 0 ? "There is no picture among the messages here." : missing(seq, which);
            return;
        }
        model.overlay = new Overlay.Picture(new Viewer(all, at, drawing()));
    }

    private String missing(long seq, int which) {
        if (seq > model.chat().map(ChatInfo::size).orElse(0L)) {
            return "There is no message #%d here.".formatted(seq);
        }
        boolean here = model.talk.entries().stream().anyMatch(entry -> entry.seq() == seq);
        return !here
                ? "Message #%d is not in view; scroll to it first.".formatted(seq)
                : which == ANY
                        ? "There is no picture to see in message #%d.".formatted(seq)
                        : "There is no picture to see in #%d.%d.".formatted(seq, which);
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
        List<String> words = Drawing.WORDS.stream().filter(this::isPossible).toList();
        int now = words.indexOf(viewer.drawing().word());
        viewer.draw(model.showcase.drawing(words.get(Math.floorMod(now + by, words.size()))));
    }

    /// What the terminal can't show is drawn by another word.
    private boolean isPossible(String word) {
        return model.showcase.drawing(word).word().equals(word);
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

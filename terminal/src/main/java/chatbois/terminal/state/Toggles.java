package chatbois.terminal.state;

import chatbois.terminal.binding.Action;
import java.util.Optional;

/// What a key shows or hides until the program ends. What is then as it would be by itself is left
/// to itself again.
final class Toggles {
    private final Model model;

    Toggles(Model model) {
        this.model = model;
    }

    void list() {
        boolean show = model.layout().list() == 0;
        model.listChosen = choice(show, Layout.listsByItself(model));
    }

    void members() {
        Optional<Boolean> before = model.membersChosen;
        boolean show = model.layout().members() == 0;
        model.membersChosen = choice(show, Layout.showsMembersByItself(model));
        if (show && model.layout().members() == 0) {
            model.membersChosen = before;
            model.hint = "There is no room for the members here; /members lists them.";
        }
    }

    void mouse() {
        model.mouseChosen = Optional.of(!model.points());
        String key = model.bindings.key(Action.TOGGLE_MOUSE);
        model.hint =
                model.points()
                        ? "The mouse scrolls and chooses; with Shift it marks text. "
                                + key
                                + " lets it be."
                        : "The mouse is your terminal's again.";
    }

    private static Optional<Boolean> choice(boolean wanted, boolean byItself) {
        return wanted == byItself ? Optional.empty() : Optional.of(wanted);
    }
}

package chatbois.terminal.state;

import chatbois.protocol.Limits;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.command.TypedPath;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.key.Key;
import chatbois.terminal.setting.Setting;
import java.util.List;

/// What is pasted into a message. Owned by the screen's thread.
final class Pastes {
    private final Model model;
    private final Chooser chooser;

    Pastes(Model model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
    }

    /// Asks first if it is long: it may be meant for another window.
    void take(Key.Paste pasted) {
        List<String> files =
                model.editor().draft().equals(Draft.EMPTY)
                        ? TypedPath.pasted(pasted.text())
                        : List.of();
        if (!files.isEmpty()) {
            chooser.write("/attach " + String.join(" ", files) + " ");
            model.hint =
                    "%s sends %s; %s takes that back."
                            .formatted(
                                    model.bindings.key(Action.SEND),
                                    files.size() == 1
                                            ? "this file"
                                            : "these " + files.size() + " files",
                                    model.bindings.key(Action.NEWEST));
            return;
        }
        int most = model.settings.number(Setting.WRITING_PASTE_LINES);
        if (most > 0 && Overlay.AskPaste.lines(pasted.text()) > most) {
            model.overlay = new Overlay.AskPaste(pasted);
        } else {
            insert(pasted);
        }
    }

    private void insert(Key.Paste pasted) {
        if (pasted.cut() || pasted.text().length() > model.editor().room()) {
            model.hint =
                    "Only the beginning fits: a message has at most " + Limits.TEXT + " bytes.";
        }
        model.editor().press(Stroke.of(pasted), model.bindings);
    }

    void answer(Overlay.AskPaste asked, Stroke stroke) {
        if (stroke.first() instanceof Key.Paste more) {
            model.overlay = asked.with(more);
            return;
        }
        switch (model.bindings.action(Where.LIST, stroke).orElse(null)) {
            case TAKE -> {
                model.overlay = new Overlay.None();
                insert(asked.pasted());
            }
            case CLOSE -> drop(asked);
            case null, default -> {}
        }
    }

    /// Nothing is lost by it.
    void drop(Overlay.AskPaste asked) {
        model.overlay = new Overlay.None();
        model.editor().keep(asked.pasted().text());
        model.hint =
                "Dropped; %s puts them in after all."
                        .formatted(model.bindings.key(Action.PUT_BACK));
    }
}

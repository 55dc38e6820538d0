package chatbois.terminal.state;

import chatbois.protocol.Invite;
import chatbois.protocol.Limits;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import java.util.Optional;

/// What the keys do. Those that nobody wants here are the editor's.
final class Keys {
    private final Model model;
    private final Update update;

    /// Whether the last key was one that quits when it comes twice.
    private boolean quitting;

    Keys(Model model, Update update) {
        this.model = model;
        this.update = update;
    }

    void press(Key key) {
        if (key instanceof Key.Focus(boolean gained)) {
            model.focused = gained;
            return;
        }
        model.hint = "";
        boolean again = quitting;
        quitting = false;
        if (key.equals(Key.ctrl('c'))) {
            stop(again);
        } else if (key.equals(Key.ctrl('l'))) {
            update.want(new Effect.Redraw());
        } else if (key.equals(Key.ctrl('z'))) {
            update.want(new Effect.Suspend());
        } else {
            switch (model.overlay) {
                case Overlay.None() -> inChat(key);
                case Overlay.Sheet sheet -> onSheet(sheet, key);
                case Overlay.Join(JoinForm form) -> inForm(form, key);
            }
        }
    }

    /// Clears what is written; with nothing written, quits the second time.
    private void stop(boolean again) {
        Editor editor =
                model.overlay instanceof Overlay.Join(JoinForm form)
                        ? form.field()
                        : model.editor();
        if (!editor.draft().text().isEmpty()) {
            editor.clear();
        } else if (again) {
            update.want(new Effect.Quit(0));
        } else {
            quitting = true;
            int pending = model.pending();
            model.hint =
                    "Ctrl+C again quits"
                            + (pending == 0 ? "." : "; " + Sheets.notSent(pending) + ".");
        }
    }

    // In a chat.

    private void inChat(Key key) {
        boolean taken =
                switch (key) {
                    case Key.Char(int c, Mods mods) when mods.ctrl() && !mods.alt() -> control(c);
                    case Key.Char(int c, Mods mods) when mods.alt() && !mods.ctrl() -> alt(c);
                    case Key.Named(Name name, Mods mods) -> named(name, mods);
                    case Key.Paste(String text, boolean cut) -> pasted(text, cut);
                    case Key.Char _, Key.Focus _ -> false;
                };
        if (!taken) {
            model.editor().press(key);
        }
        forgetOldCompletion();
    }

    private boolean control(int letter) {
        switch (letter) {
            case 'n' -> update.goBy(1);
            case 'p' -> update.goBy(-1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean alt(int letter) {
        if (letter >= '1' && letter <= '9') {
            update.goToNumber(letter - '0');
        } else if (letter == 'a') {
            update.goToUnread();
        } else {
            return false;
        }
        return true;
    }

    private boolean named(Name name, Mods mods) {
        boolean plain = mods.equals(Mods.NONE);
        boolean empty = model.editor().draft().equals(Draft.EMPTY);
        boolean takes =
                switch (name) {
                    case ENTER, UP, DOWN -> plain;
                    case TAB, PAGE_UP, PAGE_DOWN, ESCAPE, F1, F2, F3 -> true;
                    case END -> empty || mods.alt() || mods.ctrl();
                    default -> false;
                };
        if (takes) {
            switch (name) {
                case ENTER -> enter();
                case TAB -> complete(!mods.shift());
                case PAGE_UP -> update.scroll(-1, 0);
                case PAGE_DOWN -> update.scroll(1, 0);
                case ESCAPE, END -> update.scrollToEnd();
                case F1 -> model.overlay = Sheets.help();
                case F2 -> model.listChosen = Optional.of(model.layout().list() == 0);
                case F3 -> update.goToUnread();
                default -> {
                    return false;
                }
            }
        }
        return takes;
    }

    private boolean pasted(String text, boolean cut) {
        if (cut || text.length() > model.editor().room()) {
            model.hint =
                    "Only the beginning fits: a message has at most " + Limits.TEXT + " bytes.";
        }
        return false;
    }

    private void enter() {
        Place here = model.here;
        String text = model.editor().draft().text();
        if (here == null || text.isBlank()) {
            return;
        }
        Input input = Input.read(text);
        String obstacle = input instanceof Input.Say ? obstacle(here) : "";
        if (!obstacle.isEmpty()) {
            update.fail(here, obstacle);
            return;
        }
        model.editor().take();
        update.scrollToEnd();
        switch (input) {
            case Input.Run(Verb verb, _, _) when verb == Verb.QUIT -> update.quit(here);
            case Input.Run(Verb verb, _, String rest)
                    when verb == Verb.JOIN && rest.startsWith("chatbois://") ->
                    join(here, input, rest);
            default -> update.want(new Effect.Run(here, input));
        }
    }

    /// Why nothing can be said there; empty if it can.
    private String obstacle(Place here) {
        if (model.isStopped(here)) {
            return "There is no connection, and none is tried: nothing can be sent.";
        }
        if (model.chat(here).isEmpty()) {
            return model.invitation().isPresent()
                    ? "You are not in this chat yet; /join brings you in."
                    : "This is no chat; /new makes one, /msg writes to somebody.";
        }
        return "";
    }

    private void join(Place here, Input input, String line) {
        try {
            String name = model.community().map(c -> c.me().name().value()).orElse(model.userName);
            model.overlay = new Overlay.Join(new JoinForm(name, Invite.parse(line)));
        } catch (IllegalArgumentException e) {
            update.fail(here, String.valueOf(e.getMessage()));
        }
    }

    private void complete(boolean forward) {
        Editor editor = model.editor();
        Optional<Completion> turned = model.completion.map(shown -> shown.turn(editor, forward));
        model.completion =
                turned.or(() -> {
                    Draft draft = editor.draft();
                    var found = Candidates.of(model, draft.text().substring(0, draft.cursor()));
                    return found.texts().isEmpty()
                            ? Optional.empty()
                            : Optional.of(Completion.begin(found, editor, forward));
                });
    }

    private void forgetOldCompletion() {
        Draft draft = model.editor().draft();
        model.completion = model.completion.filter(completion -> completion.shown().equals(draft));
    }

    // Over the chat.

    private void onSheet(Overlay.Sheet sheet, Key key) {
        int page = Math.max(model.height() - 4, 1);
        model.overlay =
                switch (key) {
                    case Key.Named(Name name, _) ->
                            switch (name) {
                                case PAGE_UP -> sheet.scrolled(-page);
                                case PAGE_DOWN -> sheet.scrolled(page);
                                case UP -> sheet.scrolled(-1);
                                case DOWN -> sheet.scrolled(1);
                                case ESCAPE, ENTER, F1 -> new Overlay.None();
                                default -> sheet;
                            };
                    case Key.Char(int c, _) when c == 'q' -> new Overlay.None();
                    case Key.Char(int c, _) when c == ' ' -> sheet.scrolled(page);
                    case Key.Char _, Key.Paste _, Key.Focus _ -> sheet;
                };
    }

    private void inForm(JoinForm form, Key key) {
        if (key.equals(Key.named(Name.ENTER))) {
            form.enter().ifPresent(update::want);
        } else if (key.equals(Key.named(Name.ESCAPE))) {
            if (!form.back() && !model.communities().isEmpty()) {
                model.overlay = new Overlay.None();
            }
        } else {
            form.press(key);
        }
    }
}

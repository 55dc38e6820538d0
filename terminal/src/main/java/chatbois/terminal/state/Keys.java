package chatbois.terminal.state;

import chatbois.protocol.ChatLink;
import chatbois.protocol.Invite;
import chatbois.protocol.Limits;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import java.util.List;
import java.util.Optional;

/// What the keys do. Those that nobody wants here are the editor's.
final class Keys {
    private static final Mods ALT = new Mods(false, true, false);

    private final Model model;
    private final Update update;
    private final Chooser chooser;

    /// Whether the last key was one that quits when it comes twice.
    private boolean quitting;

    Keys(Model model, Update update) {
        this.model = model;
        this.update = update;
        this.chooser = new Chooser(model, update);
    }

    void press(Key key) {
        if (key instanceof Key.Focus(boolean gained)) {
            model.focused = gained;
            model.tellsFocus = true;
            return;
        }
        model.pressedAt = model.now();
        model.hint = "";
        Draft before = model.editor().draft();
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
                case Overlay.Switch(Switcher switcher) -> inSwitcher(switcher, key);
                case Overlay.Find(Finder finder) -> inFinder(finder, key);
                case Overlay.Choose(long seq) -> chooser.press(seq, key);
            }
        }
        if (!model.editor().draft().equals(before)) {
            model.offers.changed().ifPresent(update::want);
        }
    }

    /// Clears what is written; with nothing written, quits the second time.
    private void stop(boolean again) {
        if (model.overlay instanceof Overlay.Choose) {
            chooser.end();
            return;
        }
        Editor editor =
                switch (model.overlay) {
                    case Overlay.Join(JoinForm form) -> form.field();
                    case Overlay.Switch(Switcher switcher) -> switcher.field();
                    case Overlay.Find(Finder finder) -> finder.field();
                    case Overlay.None _, Overlay.Sheet _, Overlay.Choose _ -> model.editor();
                };
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
        if (model.editor().search().isPresent() && model.editor().press(key)) {
            return;
        }
        if (key.equals(Key.named(Name.ESCAPE)) && chooser.takesBack()) {
            return;
        }
        boolean isEmpty = model.editor().draft().equals(Draft.EMPTY);
        if (isEmpty && key.equals(Key.named(Name.UP)) && chooser.begin()) {
            return;
        }
        boolean done =
                switch (key) {
                    case Key.Char(int c, Mods mods)
                            when mods.equals(ALT) && c >= '1' && c <= '9' -> {
                        update.goToNumber(c - '0');
                        yield true;
                    }
                    case Key.Paste(String text, boolean cut) -> pasted(text, cut);
                    case Key.Char _, Key.Named _, Key.Focus _ ->
                            Command.of(key).map(this::run).orElse(false);
                };
        if (!done) {
            model.editor().press(key);
        }
    }

    /// Does it, or says that it means nothing now.
    private boolean run(Command command) {
        switch (command) {
            case SEND -> enter();
            case COMPLETE -> complete(/* forward= */ true);
            case COMPLETE_BACK -> complete(/* forward= */ false);
            case NEXT_CHAT -> update.goBy(1);
            case PREVIOUS_CHAT -> update.goBy(-1);
            case NEXT_UNREAD -> update.goToUnread();
            case PAGE_UP -> update.scroll(-page());
            case PAGE_DOWN -> update.scroll(page());
            case LINE_UP -> update.scroll(-1);
            case LINE_DOWN -> update.scroll(1);
            case NEWEST -> {
                if (!model.offers.close()) {
                    update.scrollToEnd();
                }
            }
            case NEWEST_IF_EMPTY -> {
                if (!model.editor().draft().equals(Draft.EMPTY)) {
                    return false;
                }
                update.scrollToEnd();
            }
            case SWITCH_IF_AT_END -> {
                Draft draft = model.editor().draft();
                if (draft.cursor() < draft.text().length()) {
                    return false;
                }
                openSwitcher();
            }
            case SWITCH -> openSwitcher();
            case FIND_IF_EMPTY -> {
                if (!model.editor().draft().equals(Draft.EMPTY)) {
                    return false;
                }
                openFinder("");
            }
            case FIND -> openFinder("");
            case HELP -> model.overlay = Sheets.help();
            case TOGGLE_LIST -> model.listChosen = Optional.of(model.layout().list() == 0);
        }
        return true;
    }

    private void openSwitcher() {
        model.overlay = new Overlay.Switch(new Switcher(model.here()));
    }

    /// Goes on with what was looked for last, unless there is something new to look for.
    private void openFinder(String words) {
        Place here = model.here;
        if (here == null) {
            return;
        }
        Finder before = model.finder;
        Finder finder =
                words.isEmpty()
                                && before != null
                                && before.at().community().equals(here.community())
                        ? before
                        : new Finder(here);
        model.finder = finder;
        model.overlay = new Overlay.Find(finder);
        if (!words.isEmpty()) {
            finder.write(words);
            finder.ask().ifPresent(update::want);
        }
    }

    /// So much of a page that two rows of the last one stay in sight.
    private int page() {
        return Math.max(model.layout().talkHeight() - 2, 1);
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
            model.hint = obstacle;
            return;
        }
        if (input instanceof Input.Run(Verb verb, _, _) && verb == Verb.RECOVERY) {
            model.editor().takeSecret();
        } else {
            model.editor().take();
        }
        update.scrollToEnd();
        switch (input) {
            case Input.Run(Verb verb, _, String rest) when verb == Verb.HELP && rest.isEmpty() ->
                    model.overlay = Sheets.help();
            case Input.Run(Verb verb, _, _) when verb == Verb.QUIT -> update.quit(here);
            case Input.Run(Verb verb, _, String rest) when verb == Verb.SEARCH -> openFinder(rest);
            case Input.Run(Verb verb, _, String rest)
                    when verb == Verb.JOIN
                            && rest.startsWith(Invite.SCHEME)
                            && !ChatLink.looksLike(rest) ->
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
            Invite invite = Invite.parse(line);
            if (invite.leadsBack()) {
                update.want(new Effect.Run(here, input));
                return;
            }
            String name = model.community().map(c -> c.me().name().value()).orElse(model.userName);
            model.overlay = new Overlay.Join(new JoinForm(name, invite));
        } catch (IllegalArgumentException e) {
            update.fail(here, String.valueOf(e.getMessage()));
        }
    }

    private void complete(boolean forward) {
        Editor editor = model.editor();
        model.completion =
                model.completion
                        .or(() -> Completion.of(Candidates.of(model, Word.of(editor)), editor))
                        .map(offered -> offered.turn(editor, forward));
    }

    // Over the chat.

    private void onSheet(Overlay.Sheet sheet, Key key) {
        int page = Math.max(model.height() - 4, 1);
        switch (key) {
            case Key.Named(Name name, _) -> {
                switch (name) {
                    case PAGE_UP -> scroll(sheet, -page);
                    case PAGE_DOWN -> scroll(sheet, page);
                    case UP -> scroll(sheet, -1);
                    case DOWN -> scroll(sheet, 1);
                    case ESCAPE, ENTER, F1 -> model.overlay = new Overlay.None();
                    default -> {}
                }
            }
            case Key.Char(int c, _) when c == ' ' -> scroll(sheet, page);
            case Key.Char(int c, _) when c == 'q' -> model.overlay = new Overlay.None();
            case Key.Char _, Key.Paste _, Key.Focus _ -> {}
        }
    }

    private void scroll(Overlay.Sheet sheet, int by) {
        model.overlay = sheet.scrolled(by, model.width(), model.height());
    }

    private void inSwitcher(Switcher switcher, Key key) {
        List<Item> found = switcher.found(model.items());
        if (key.equals(Key.named(Name.ENTER))) {
            if (!found.isEmpty()) {
                model.overlay = new Overlay.None();
                update.go(found.get(switcher.chosen(found)).place());
            }
        } else if (key.equals(Key.named(Name.ESCAPE))
                || key.equals(Key.ctrl('k'))
                || key.equals(Key.named(Name.F4))) {
            model.overlay = new Overlay.None();
        } else {
            int step = step(key);
            if (step == 0) {
                switcher.press(key);
            } else {
                switcher.choose(step, found);
            }
        }
    }

    private int step(Key key) {
        if (key instanceof Key.Named(Name name, Mods mods)) {
            return switch (name) {
                case UP -> -1;
                case DOWN -> 1;
                case TAB -> mods.shift() ? -1 : 1;
                default -> 0;
            };
        }
        return key.equals(Key.ctrl('n')) ? 1 : key.equals(Key.ctrl('p')) ? -1 : 0;
    }

    private void inFinder(Finder finder, Key key) {
        if (key.equals(Key.named(Name.ENTER))) {
            finder.ask().ifPresentOrElse(update::want, () -> update.jump(finder));
        } else if (key.equals(Key.named(Name.ESCAPE)) || key.equals(Key.named(Name.F5))) {
            model.overlay = new Overlay.None();
        } else {
            int step = key instanceof Key.Named(Name name, _) ? page(name) : 0;
            int by = step != 0 ? step : step(key);
            if (by == 0) {
                finder.press(key);
            } else {
                finder.choose(by).forEach(update::want);
            }
        }
    }

    private int page(Name name) {
        int page = Math.max(model.height() - 6, 1);
        return name == Name.PAGE_UP ? -page : name == Name.PAGE_DOWN ? page : 0;
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

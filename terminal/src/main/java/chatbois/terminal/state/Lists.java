package chatbois.terminal.state;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.key.Key;
import java.util.List;
import java.util.Optional;

/// What the keys do where something lies over the chat: pages of text, lists to choose from, and
/// the question for an invite. What nobody wants there is written into the field, if there is one.
final class Lists {
    private static final Stroke SLASH = Stroke.of(Key.typed('/'));

    private final Model model;
    private final Update update;

    Lists(Model model, Update update) {
        this.model = model;
        this.update = update;
    }

    private Optional<Action> action(Where where, Stroke stroke) {
        return model.bindings.action(where, stroke);
    }

    void openInbox() {
        Inbox inbox = new Inbox();
        model.overlay = new Overlay.Unread(inbox);
        inbox.ask(model).ifPresent(update::want);
    }

    void openSwitcher() {
        model.overlay = new Overlay.Switch(new Switcher(model.here()));
    }

    /// Goes on with what was looked for last, unless there is something new to look for.
    void openFinder(String words) {
        Place here = model.here;
        if (here == null) {
            return;
        }
        Finder before = model.finder;
        Finder finder;
        if (words.isEmpty() && before != null && before.at().community().equals(here.community())) {
            finder = before;
            finder.reopen();
        } else {
            finder = new Finder(here);
        }
        model.finder = finder;
        model.overlay = new Overlay.Find(finder);
        if (!words.isEmpty()) {
            finder.write(words);
            finder.ask().ifPresent(update::want);
        }
    }

    void onSheet(Overlay.Sheet sheet, Stroke stroke) {
        int page = Math.max(model.height() - 4, 1);
        switch (action(Where.SHEET, stroke).or(() -> action(Where.LIST, stroke)).orElse(null)) {
            case LIST_PAGE_UP -> scroll(sheet, -page);
            case LIST_PAGE_DOWN, READ_ON -> scroll(sheet, page);
            case LIST_UP -> scroll(sheet, -1);
            case LIST_DOWN -> scroll(sheet, 1);
            case COPY_LINE ->
                    sheet.line()
                            .ifPresent(line -> {
                                update.want(new Effect.Copy(line));
                                model.overlay = sheet.copied();
                            });
            case TAKE, CLOSE, DONE -> model.overlay = sheet.beneath();
            case null, default -> {
                if (stroke.equals(SLASH) && sheet.takesCommand(model)) {
                    model.overlay = new Overlay.None();
                    model.editor().press(stroke, model.bindings);
                }
            }
        }
    }

    private void scroll(Overlay.Sheet sheet, int by) {
        model.overlay = sheet.scrolled(by, model.width(), model.height());
    }

    void inSwitcher(Switcher switcher, Stroke stroke) {
        List<Item> found = switcher.found(model.items());
        switch (action(Where.LIST, stroke).orElse(null)) {
            case TAKE -> {
                if (!found.isEmpty()) {
                    model.overlay = new Overlay.None();
                    update.go(found.get(switcher.chosen(found)).place());
                }
            }
            case CLOSE -> model.overlay = new Overlay.None();
            case LIST_UP -> switcher.choose(-1, found);
            case LIST_DOWN -> switcher.choose(1, found);
            case null, default -> {
                if (opens(stroke, Action.SWITCH) || opens(stroke, Action.SWITCH_AT_END)) {
                    model.overlay = new Overlay.None();
                } else {
                    switcher.press(stroke, model.bindings);
                }
            }
        }
    }

    /// Whether it is what leads there, which leads back, too.
    private boolean opens(Stroke stroke, Action action) {
        return model.bindings.strokes(action).contains(stroke);
    }

    void inFinder(Finder finder, Stroke stroke) {
        int page = Math.max(model.height() - 6, 1);
        switch (action(Where.LIST, stroke).orElse(null)) {
            case TAKE -> finder.ask().ifPresentOrElse(update::want, () -> update.jump(finder));
            case CLOSE -> model.overlay = new Overlay.None();
            case LIST_UP -> choose(finder, -1);
            case LIST_DOWN -> choose(finder, 1);
            case LIST_PAGE_UP -> choose(finder, -page);
            case LIST_PAGE_DOWN -> choose(finder, page);
            case null, default -> {
                if (opens(stroke, Action.FIND)) {
                    model.overlay = new Overlay.None();
                } else {
                    finder.press(stroke, model.bindings);
                }
            }
        }
    }

    void inInbox(Inbox inbox, Stroke stroke) {
        int page = Math.max(model.height() - 4, 1);
        switch (action(Where.LIST, stroke).orElse(null)) {
            case TAKE -> inbox.chosenOne(model).ifPresent(update::goTo);
            case CLOSE -> model.overlay = new Overlay.None();
            case LIST_UP -> inbox.choose(-1, model);
            case LIST_DOWN -> inbox.choose(1, model);
            case LIST_PAGE_UP -> inbox.choose(-page, model);
            case LIST_PAGE_DOWN -> inbox.choose(page, model);
            case null, default -> {
                if (opens(stroke, Action.INBOX)) {
                    model.overlay = new Overlay.None();
                } else if (opens(stroke, Action.SWITCH) || opens(stroke, Action.SWITCH_AT_END)) {
                    openSwitcher();
                } else if (opens(stroke, Action.FIND) || opens(stroke, Action.FIND_IF_EMPTY)) {
                    openFinder("");
                }
            }
        }
    }

    private void choose(Finder finder, int by) {
        finder.choose(by).forEach(update::want);
    }

    void inForm(JoinForm form, Stroke stroke) {
        switch (action(Where.LIST, stroke).orElse(null)) {
            case TAKE -> form.enter().ifPresent(update::want);
            case CLOSE -> {
                if (!form.back() && !model.communities().isEmpty()) {
                    model.overlay = new Overlay.None();
                }
            }
            case null, default -> form.press(stroke, model.bindings);
        }
    }
}

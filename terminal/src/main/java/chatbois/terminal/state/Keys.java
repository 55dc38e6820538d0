package chatbois.terminal.state;

import chatbois.protocol.Limits;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import chatbois.terminal.key.Key;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the keys do. Those that nobody wants here are the editor's.
final class Keys {
    private final Model model;
    private final Update update;
    private final Chooser chooser;
    private final Lists lists;
    private final Toggles toggles;
    private final ViewerKeys viewing;
    private final Pastes pastes;
    private final EnterKey enter;

    /// Whether the last key was one that quits when it comes twice.
    private boolean quitting;

    /// The first of two keys.
    private @Nullable Stroke begun;

    Keys(Model model, Update update) {
        this.model = model;
        this.update = update;
        this.viewing = new ViewerKeys(model, update);
        this.chooser = new Chooser(model, update, viewing);
        this.lists = new Lists(model, update);
        this.toggles = new Toggles(model);
        this.pastes = new Pastes(model, chooser);
        this.enter = new EnterKey(model, update, lists, viewing, this::help);
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
        complete(key).ifPresent(stroke -> press(stroke, again));
        if (model.hint.isEmpty()) {
            remind();
        }
        if (!model.editor().draft().equals(before)) {
            model.offers.changed().ifPresent(update::want);
        }
    }

    /// What was pressed, if no second key has to follow.
    private Optional<Stroke> complete(Key key) {
        Stroke first = begun;
        begun = null;
        if (key instanceof Key.Paste) {
            if (isReadOnly(model.overlay)) {
                model.overlay = new Overlay.None(); // where it would be lost
                update.scroller.unmark();
            }
            return Optional.of(Stroke.of(key));
        }
        if (first != null) {
            Stroke both = first.then(key);
            boolean bound = places().stream().anyMatch(w -> bindings().action(w, both).isPresent());
            model.hint = bound ? "" : both + " is bound to nothing.";
            return bound ? Optional.of(both) : Optional.empty();
        }
        Stroke stroke = Stroke.of(key);
        if (places().stream().anyMatch(where -> bindings().begins(where, key))) {
            begun = stroke;
            model.hint = stroke + " …";
            return Optional.empty();
        }
        return Optional.of(stroke);
    }

    private static boolean isReadOnly(Overlay overlay) {
        return overlay instanceof Overlay.Choose
                || overlay instanceof Overlay.Sheet
                || overlay instanceof Overlay.Picture;
    }

    private Bindings bindings() {
        return model.bindings;
    }

    /// Where the keys are, those places first that are asked first.
    private List<Where> places() {
        return switch (model.overlay) {
            case Overlay.None() ->
                    model.editor().search().isPresent()
                            ? List.of(Where.SEARCHING, Where.WRITING, Where.ANYWHERE)
                            : List.of(Where.CHAT, Where.EMPTY, Where.WRITING, Where.ANYWHERE);
            case Overlay.Sheet _ -> List.of(Where.SHEET, Where.LIST, Where.ANYWHERE);
            case Overlay.AskPaste _, Overlay.Unread _ -> List.of(Where.LIST, Where.ANYWHERE);
            case Overlay.Join _, Overlay.Switch _, Overlay.Find _ ->
                    List.of(Where.LIST, Where.WRITING, Where.ANYWHERE);
            case Overlay.Choose _ -> List.of(Where.CHOOSING, Where.ANYWHERE);
            case Overlay.Picture _ -> List.of(Where.VIEWING, Where.ANYWHERE);
        };
    }

    private void press(Stroke stroke, boolean again) {
        switch (bindings().action(Where.ANYWHERE, stroke).orElse(null)) {
            case STOP -> stop(again);
            case REDRAW -> update.want(new Effect.Redraw());
            case SUSPEND -> update.want(new Effect.Suspend());
            case HELP -> help();
            case null, default -> {
                switch (model.overlay) {
                    case Overlay.None() -> inChat(stroke);
                    case Overlay.Sheet sheet -> lists.onSheet(sheet, stroke);
                    case Overlay.Join(JoinForm form) -> lists.inForm(form, stroke);
                    case Overlay.Switch(Switcher switcher) -> lists.inSwitcher(switcher, stroke);
                    case Overlay.Find(Finder finder) -> lists.inFinder(finder, stroke);
                    case Overlay.Unread(Inbox inbox) -> lists.inInbox(inbox, stroke);
                    case Overlay.Choose(long seq) -> chooser.press(seq, stroke);
                    case Overlay.AskPaste asked -> pastes.answer(asked, stroke);
                    case Overlay.Picture(Viewer viewer) -> viewing.press(viewer, stroke);
                }
            }
        }
    }

    private void help() {
        if (model.overlay instanceof Overlay.Sheet sheet) {
            model.overlay = sheet.beneath();
            return;
        }
        model.overlay = Sheets.help(bindings(), places()).over(model.overlay);
        if (model.tour.helped() && model.here != null) {
            update.remarks.told(model.here, List.of("That was all. /tour guides you again."));
        }
    }

    /// Clears what is written; with nothing written, quits the second time.
    private void stop(boolean again) {
        if (model.overlay instanceof Overlay.Choose) {
            chooser.end();
            return;
        }
        if (model.overlay instanceof Overlay.AskPaste asked) {
            pastes.drop(asked);
            return;
        }
        Editor editor =
                switch (model.overlay) {
                    case Overlay.Join(JoinForm form) -> form.field();
                    case Overlay.Switch(Switcher switcher) -> switcher.field();
                    case Overlay.Find(Finder finder) -> finder.field();
                    case Overlay.None _,
                            Overlay.Sheet _,
                            Overlay.Choose _,
                            Overlay.Picture _,
                            Overlay.AskPaste _,
                            Overlay.Unread _ ->
                            model.editor();
                };
        if (!editor.draft().text().isEmpty()) {
            editor.clear();
        } else if (again) {
            update.want(new Effect.Quit(0));
        } else {
            quitting = true;
            model.hint =
                    bindings().key(Action.STOP)
                            + " again quits"
                            + Loss.of(model).map(loss -> "; " + loss.words()).orElse("")
                            + ".";
        }
    }

    // In a chat.

    private void inChat(Stroke stroke) {
        Editor editor = model.editor();
        if (editor.search().isPresent() && editor.press(stroke, bindings())) {
            return;
        }
        Optional<Action> action = bindings().action(Where.CHAT, stroke);
        if (action.equals(Optional.of(Action.NEWEST)) && (chooser.takesBack() || leavesThread())) {
            return;
        }
        if (stroke.first() instanceof Key.Paste pasted) {
            pastes.take(pasted);
            return;
        }
        boolean done =
                bindings().action(Where.EMPTY, stroke).filter(this::runIfEmpty).isPresent()
                        || action.filter(wanted -> run(wanted, stroke)).isPresent();
        if (!done) {
            if (stroke.isText() && editor.room() <= 0) {
                model.hint = "No more fits: a message has at most " + Limits.TEXT + " bytes.";
            }
            editor.press(stroke, bindings());
        }
    }

    private boolean leavesThread() {
        return model.completion.isEmpty() && update.leaveThread();
    }

    /// Does it if nothing is written, and says whether it did.
    private boolean runIfEmpty(Action action) {
        Draft draft = model.editor().draft();
        boolean isEmpty = draft.equals(Draft.EMPTY);
        return switch (action) {
            case CHOOSE -> isEmpty && chooser.begin();
            case NEWEST_IF_EMPTY -> isEmpty && run(update.scroller::scrollToEnd);
            case FIND_IF_EMPTY -> isEmpty && run(() -> lists.openFinder(""));
            case SWITCH_AT_END ->
                    draft.cursor() == draft.text().length() && run(lists::openSwitcher);
            default -> false;
        };
    }

    private static boolean run(Runnable what) {
        what.run();
        return true;
    }

    /// Does it, or says that it is nothing here.
    private boolean run(Action action, Stroke stroke) {
        switch (action) {
            case SEND -> enter.press();
            case COMPLETE -> complete(/* forward= */ true);
            case COMPLETE_BACK -> complete(/* forward= */ false);
            case NEXT_CHAT -> update.goBy(1);
            case PREVIOUS_CHAT -> update.goBy(-1);
            case NEXT_UNREAD -> update.goToUnread();
            case NUMBERED_CHAT -> update.goToNumber(bindings().strokes(action).indexOf(stroke) + 1);
            case PAGE_UP -> update.scroller.scroll(-page());
            case PAGE_DOWN -> update.scroller.scroll(page());
            case SCROLL_UP -> update.scroller.scroll(-1);
            case SCROLL_DOWN -> update.scroller.scroll(1);
            case NEWEST -> {
                if (!model.offers.close() && !skipsTour(stroke)) {
                    update.scroller.scrollToEnd();
                }
            }
            case SWITCH -> lists.openSwitcher();
            case FIND -> lists.openFinder("");
            case EDITOR -> update.want(new Effect.Edit(model.editor().draft().text()));
            case REPLY_NEWEST -> chooser.replyToNewest();
            case INBOX -> lists.openInbox();
            case TOGGLE_LIST -> toggles.list();
            case TOGGLE_MEMBERS -> toggles.members();
            case TOGGLE_MOUSE -> toggles.mouse();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean skipsTour(Stroke stroke) {
        boolean skips =
                update.scroller.isAtEnd()
                        && stroke.equals(bindings().strokes(Action.NEWEST).getFirst())
                        && model.tour.skip();
        if (skips) {
            model.hint = "/tour guides you again, whenever you like.";
        }
        return skips;
    }

    /// Chooses a message by its place, if there is one to choose.
    void choose(long seq) {
        chooser.choose(seq);
    }

    /// Says again what can be done with the message that is chosen.
    void remind() {
        if (model.overlay instanceof Overlay.Choose(long seq)) {
            chooser.remind(seq);
        }
    }

    void chooseNone() {
        if (model.overlay instanceof Overlay.Choose) {
            chooser.end();
        }
    }

    /// So much of a page that two rows of the last one stay in sight.
    private int page() {
        return Math.max(model.layout().talkHeight() - 2, 1);
    }

    private void complete(boolean forward) {
        Editor editor = model.editor();
        model.completion =
                model.completion
                        .or(() -> Completion.of(Candidates.of(model, Word.of(editor)), editor))
                        .flatMap(offered -> offered.turned(editor, forward));
    }
}

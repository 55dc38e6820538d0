package chatbois.terminal.state;

import chatbois.protocol.ChatLink;
import chatbois.protocol.Invite;
import chatbois.protocol.Limits;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.TypedPath;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import chatbois.terminal.key.Key;
import chatbois.terminal.setting.Setting;
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
                    case Overlay.AskPaste asked -> answer(asked, stroke);
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
            drop(asked);
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
            paste(pasted);
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
            case SEND -> enter();
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

    /// Asks first if it is long: it may be meant for another window.
    private void paste(Key.Paste pasted) {
        List<String> files =
                model.editor().draft().equals(Draft.EMPTY)
                        ? TypedPath.pasted(pasted.text())
                        : List.of();
        if (!files.isEmpty()) {
            chooser.write("/attach " + String.join(" ", files) + " ");
            model.hint =
                    "%s sends %s; %s takes that back."
                            .formatted(
                                    bindings().key(Action.SEND),
                                    files.size() == 1
                                            ? "this file"
                                            : "these " + files.size() + " files",
                                    bindings().key(Action.NEWEST));
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
        model.editor().press(Stroke.of(pasted), bindings());
    }

    private void answer(Overlay.AskPaste asked, Stroke stroke) {
        if (stroke.first() instanceof Key.Paste more) {
            model.overlay = asked.with(more);
            return;
        }
        switch (bindings().action(Where.LIST, stroke).orElse(null)) {
            case TAKE -> {
                model.overlay = new Overlay.None();
                insert(asked.pasted());
            }
            case CLOSE -> drop(asked);
            case null, default -> {}
        }
    }

    /// Nothing is lost by it.
    private void drop(Overlay.AskPaste asked) {
        model.overlay = new Overlay.None();
        model.editor().keep(asked.pasted().text());
        model.hint =
                "Dropped; %s puts them in after all.".formatted(bindings().key(Action.PUT_BACK));
    }

    private void enter() {
        model.offers.takeEmoji();
        Place here = model.here;
        String text = model.editor().draft().text();
        if (here == null) {
            return;
        }
        if (text.isBlank()) {
            comeIn(here);
            return;
        }
        Input input = read(text);
        if (input == null) {
            return;
        }
        if (input instanceof Input.Unknown(String word)) {
            model.hint = Verb.unknown(word); // and the line stays, to be mended
            return;
        }
        String obstacle = input instanceof Input.Say ? obstacle(here) : "";
        if (!obstacle.isEmpty()) {
            model.hint = obstacle;
            return;
        }
        if (isSecret(input, text)) {
            model.editor().takeSecret();
        } else {
            model.editor().take();
        }
        update.scroller.scrollToEnd();
        model.tour.typed(input, model);
        model.emoji.used(text);
        switch (input) {
            case Input.Run(Verb verb, _, String rest) when verb == Verb.HELP && rest.isEmpty() ->
                    help();
            case Input.Run(Verb verb, _, _) when verb == Verb.TOUR ->
                    model.hint = model.tour.begin(model);
            case Input.Run(Verb verb, _, String rest) when verb == Verb.NUMBER ->
                    update.number(rest);
            case Input.Run(Verb verb, _, String rest) when verb == Verb.KEYS && rest.isEmpty() ->
                    model.overlay = Sheets.keys(bindings(), model.width);
            case Input.Run(Verb verb, _, String rest) when verb == Verb.EDITOR ->
                    update.want(new Effect.Edit(rest));
            case Input.Run(Verb verb, _, _) when verb == Verb.QUIT -> update.quit(here);
            case Input.Run(Verb verb, _, String rest) when verb == Verb.SEARCH ->
                    lists.openFinder(rest);
            case Input.Run(Verb verb, _, _) when verb == Verb.INBOX -> lists.openInbox();
            case Input.Run(Verb verb, _, String rest) when verb == Verb.VIEW -> viewing.open(rest);
            case Input.Run(Verb verb, _, String rest) when verb == Verb.STYLE && rest.isEmpty() ->
                    viewing.openToChoose();
            case Input.Run(Verb verb, _, String rest)
                    when verb == Verb.THREAD && rest.matches("#?[0-9]{1,15}") ->
                    update.goToThread(Long.parseLong(rest.replace("#", "")));
            case Input.Say(String words) when here.isThread() ->
                    answer(here, words, /* action= */ false);
            case Input.Run(Verb verb, _, String rest)
                    when verb == Verb.ME && here.isThread() && !rest.isEmpty() ->
                    answer(here, rest, /* action= */ true);
            case Input.Run(Verb verb, _, String rest)
                    when verb == Verb.JOIN
                            && rest.startsWith(Invite.SCHEME)
                            && !ChatLink.looksLike(rest) ->
                    join(here, input, rest);
            default -> update.want(new Effect.Run(here, input));
        }
    }

    /// Whether nobody should find it by going back to what was typed.
    private static boolean isSecret(Input input, String text) {
        return !(input instanceof Input.Say)
                && (text.contains(Invite.SCHEME)
                        || input instanceof Input.Run(Verb verb, _, _) && verb == Verb.RECOVERY);
    }

    /// What is meant; nothing, and a hint, if an alias makes no sense.
    private @Nullable Input read(String text) {
        try {
            return Input.read(model.aliases.expanded(text));
        } catch (IllegalArgumentException e) {
            model.hint = String.valueOf(e.getMessage());
            return null;
        }
    }

    /// Says it in the thread in view.
    private void answer(Place here, String words, boolean action) {
        model.answered()
                .ifPresentOrElse(
                        to -> update.want(new Effect.Answer(here, to, words, action)),
                        () -> {
                            model.editor().load(Draft.of((action ? "/me " : "") + words));
                            model.hint =
                                    "There is nothing to answer here; %s leads to the chat."
                                            .formatted(bindings().key(Action.NEWEST));
                        });
    }

    /// Follows an invitation that is in view.
    private void comeIn(Place here) {
        if (model.chat().isEmpty() && model.invitation().isPresent()) {
            update.want(new Effect.Run(here, new Input.Run(Verb.JOIN, List.of(), "")));
        }
    }

    /// Why nothing can be said there; empty if it can.
    private String obstacle(Place here) {
        String stop = model.stop(here);
        if (!stop.isEmpty()) {
            return stop;
        }
        if (model.chat(here).isEmpty()) {
            return model.invitation().isPresent()
                    ? "You are not in this chat yet; /join, or Enter alone, brings you in."
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
            update.remarks.fail(here, String.valueOf(e.getMessage()));
        }
    }

    private void complete(boolean forward) {
        Editor editor = model.editor();
        model.completion =
                model.completion
                        .or(() -> Completion.of(Candidates.of(model, Word.of(editor)), editor))
                        .map(offered -> offered.turn(editor, forward));
    }
}

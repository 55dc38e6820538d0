package chatbois.terminal.state;

import chatbois.protocol.ChatLink;
import chatbois.protocol.Invite;
import chatbois.terminal.binding.Action;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says or does what is written. Owned by the screen's thread.
final class EnterKey {
    private final Model model;
    private final Update update;
    private final Lists lists;
    private final ViewerKeys viewing;
    private final Runnable help;

    /// @param help shows the keys
    EnterKey(Model model, Update update, Lists lists, ViewerKeys viewing, Runnable help) {
        this.model = model;
        this.update = update;
        this.lists = lists;
        this.viewing = viewing;
        this.help = help;
    }

    void press() {
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
                    help.run();
            case Input.Run(Verb verb, _, _) when verb == Verb.TOUR ->
                    model.hint = model.tour.begin(model);
            case Input.Run(Verb verb, _, String rest) when verb == Verb.NUMBER ->
                    update.number(rest);
            case Input.Run(Verb verb, _, String rest) when verb == Verb.KEYS && rest.isEmpty() ->
                    model.overlay = Sheets.keys(model.bindings, model.width);
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
                                            .formatted(model.bindings.key(Action.NEWEST));
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
}

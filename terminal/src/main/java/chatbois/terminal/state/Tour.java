package chatbois.terminal.state;

import chatbois.terminal.binding.Action;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A newcomer's first minute: asks for one thing at a time, and goes on once it was tried. Owned by
/// the screen's thread.
final class Tour {
    private enum Step {
        SPEAK,
        BRING,
        HELP
    }

    private static final Set<Verb> BRINGING = Set.of(Verb.INVITE, Verb.INVITES, Verb.MSG);

    private @Nullable Step step;

    void begin() {
        step = Step.SPEAK;
    }

    /// Begins it, and says what is missing to see it; empty if nothing is.
    String begin(Model model) {
        begin();
        return model.layout().tour().isEmpty() ? "Make this window higher for the tour." : "";
    }

    /// Ends it, and says whether it was on.
    boolean skip() {
        boolean was = step != null;
        step = null;
        return was;
    }

    /// Goes on when what is asked for was typed.
    void typed(Input input, Model model) {
        if (step == Step.SPEAK && says(input)) {
            boolean alone = model.chat().filter(chat -> chat.members() > 1).isEmpty();
            step = alone ? Step.BRING : Step.HELP;
        } else if (step == Step.BRING
                && input instanceof Input.Run(Verb verb, _, _)
                && BRINGING.contains(verb)) {
            step = Step.HELP;
        }
    }

    private static boolean says(Input input) {
        return input instanceof Input.Say
                || input instanceof Input.Run(Verb verb, _, _)
                        && (verb == Verb.REPLY || verb == Verb.ME);
    }

    /// Goes on when help is shown, and says whether that was the end.
    boolean helped() {
        return step == Step.HELP && skip();
    }

    /// What to try now.
    Optional<String> sentence(Model model) {
        String skip = model.bindings.key(Action.NEWEST);
        return Optional.ofNullable(step)
                .map(now -> words(now, model) + " · " + skip + " ends the tour");
    }

    private static String speak(Model model) {
        if (model.chat().isPresent()) {
            return "1 of 3: Say something. Type it and press Enter.";
        }
        if (model.invitation().isPresent()) {
            return "1 of 3: You are invited here. Press Enter to come in.";
        }
        boolean invited = model.community().filter(c -> !c.invitations().isEmpty()).isPresent();
        return invited
                ? "1 of 3: You are invited to a chat. %s goes there."
                        .formatted(model.bindings.key(Action.NEXT_UNREAD))
                : "1 of 3: Say something. First a place for it: type /new and a name, press Enter.";
    }

    private static String words(Step step, Model model) {
        return switch (step) {
            case SPEAK -> speak(model);
            case BRING ->
                    "2 of 3: Bring somebody in. /invite shows a line to pass on; with a MEMBER, it"
                            + " asks them into this chat: Tab completes their name.";
            case HELP ->
                    "3 of 3: %s shows the keys for where you are, and all commands."
                            .formatted(model.bindings.key(Action.HELP));
        };
    }
}

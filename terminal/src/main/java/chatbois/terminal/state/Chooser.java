package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Messages as things: one of the chat in view is chosen, and a letter says what to do with it.
/// What needs words, or can't be taken back, is put into the input as the command that does it.
final class Chooser {
    /// What the line at the bottom says that can be done.
    private static final List<Action> NAMED =
            List.of(
                    Action.REPLY,
                    Action.EDIT,
                    Action.DELETE,
                    Action.REACT,
                    Action.COPY,
                    Action.PIN,
                    Action.DETAILS);

    private final Model model;
    private final Update update;

    /// The command that a letter wrote last.
    private String written = "";

    Chooser(Model model, Update update) {
        this.model = model;
        this.update = update;
    }

    /// Chooses the newest message in view; false if there is none.
    boolean begin() {
        List<Entry> messages = messages();
        if (messages.isEmpty()) {
            return false;
        }
        choose(inSight(messages));
        return true;
    }

    /// Prepares an answer to what somebody else said last.
    void replyToNewest() {
        messages().reversed().stream()
                .filter(entry -> !entry.own())
                .findFirst()
                .ifPresentOrElse(
                        entry -> {
                            String typed = model.editor().draft().text();
                            write("/reply #" + entry.seq() + " " + typed);
                        },
                        () -> model.hint = "Nobody else has said anything here.");
    }

    /// Chooses that one, if it is a message.
    void choose(long seq) {
        messages().stream().filter(entry -> entry.seq() == seq).findFirst().ifPresent(this::choose);
    }

    /// The one that stands out; or the last one that can be seen.
    private Entry inSight(List<Entry> messages) {
        long seen = update.inSight();
        return messages.reversed().stream()
                .filter(entry -> entry.seq() <= seen)
                .findFirst()
                .orElse(messages.getFirst());
    }

    void press(long seq, Stroke stroke) {
        model.hint = hint();
        model.bindings.action(Where.CHOOSING, stroke).ifPresent(action -> act(seq, action));
    }

    /// Those of other places are nothing here.
    private void act(long seq, Action action) {
        switch (action) {
            case MESSAGE_UP -> move(seq, -1);
            case MESSAGE_DOWN -> move(seq, 1);
            case MESSAGES_UP -> move(seq, -5);
            case MESSAGES_DOWN -> move(seq, 5);
            case REPLY -> write("/reply #" + seq + " ");
            case EDIT -> entry(seq).ifPresent(this::edit);
            case DELETE -> {
                write("/redact #" + seq);
                model.hint =
                        "%s deletes it for everybody; %s keeps it."
                                .formatted(
                                        model.bindings.key(Action.SEND),
                                        model.bindings.key(Action.STOP));
            }
            case REACT -> write("/react #" + seq + " :");
            case COPY -> entry(seq).ifPresent(this::copy);
            case PIN -> run(Verb.PIN, Long.toString(seq));
            case DETAILS -> run(Verb.DETAILS, "#" + seq);
            case LEAVE -> end();
            default -> {}
        }
    }

    private Optional<Entry> entry(long seq) {
        return messages().stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    /// `r reply, e edit, …`, with the keys that are bound.
    private String hint() {
        String deeds =
                NAMED.stream()
                        .filter(action -> !model.bindings.strokes(action).isEmpty())
                        .map(action -> model.bindings.key(action) + " " + action.word())
                        .collect(Collectors.joining(", "));
        return deeds + ", " + model.bindings.key(Action.LEAVE);
    }

    private void edit(Entry entry) {
        if (entry.own()) {
            write("/edit #" + entry.seq() + " " + text(entry));
        } else {
            model.hint = "Only who wrote a message edits it.";
        }
    }

    private void copy(Entry entry) {
        update.want(new Effect.Copy(text(entry)));
        end();
        model.hint = "Copied, if your terminal lets programs copy.";
    }

    private static String text(Entry entry) {
        return switch (entry.said()) {
            case Said.Text(String text) -> text;
            case Said.Action(String text) -> text;
            case Said _ -> "";
        };
    }

    private void write(String command) {
        end();
        model.editor().load(Draft.of(command));
        written = command;
    }

    /// Takes the command back that a letter wrote, unless something was typed to it.
    boolean takesBack() {
        boolean untouched = !written.isEmpty() && model.editor().draft().text().equals(written);
        written = "";
        if (untouched) {
            model.editor().load(Draft.EMPTY);
        }
        return untouched;
    }

    /// What comes of it stands at the end.
    private void run(Verb verb, String rest) {
        end();
        update.scrollToEnd();
        model.here()
                .ifPresent(here ->
                        update.want(
                                new Effect.Run(here, new Input.Run(verb, List.of(rest), rest))));
    }

    private void move(long seq, int by) {
        List<Entry> messages = messages();
        int at = 0;
        while (at < messages.size() - 1 && messages.get(at).seq() < seq) {
            at++;
        }
        if (messages.isEmpty() || at + by >= messages.size()) {
            end();
        } else {
            choose(messages.get(Math.max(at + by, 0)));
        }
    }

    private void choose(Entry entry) {
        model.overlay = new Overlay.Choose(entry.seq());
        model.hint = hint();
        update.show(entry.seq());
    }

    void end() {
        model.overlay = new Overlay.None();
        model.hint = "";
        update.unmark();
    }

    /// What somebody said and the server has, the oldest first.
    private List<Entry> messages() {
        return model.talk.entries().stream()
                .filter(entry -> entry.isMessage() && entry.seq() > 0)
                .toList();
    }
}

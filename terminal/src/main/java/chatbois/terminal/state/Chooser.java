package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import java.util.List;

/// Messages as things: one of the chat in view is chosen, and a letter says what to do with it.
/// What needs words, or can't be taken back, is put into the input as the command that does it.
final class Chooser {
    private static final String HINT =
            "r reply, e edit, d delete, + react, y copy, p pin, i details, Esc";

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

    /// The one that stands out; or the last one that can be seen.
    private Entry inSight(List<Entry> messages) {
        long seen = update.inSight();
        return messages.reversed().stream()
                .filter(entry -> entry.seq() <= seen)
                .findFirst()
                .orElse(messages.getFirst());
    }

    void press(long seq, Key key) {
        model.hint = HINT;
        switch (key) {
            case Key.Named(Name name, _) -> named(seq, name);
            case Key.Char(int c, var mods) -> {
                if (!mods.alt() && !mods.ctrl()) {
                    letter(seq, c);
                }
            }
            case Key.Paste _, Key.Focus _ -> {}
        }
    }

    private void named(long seq, Name name) {
        switch (name) {
            case UP -> move(seq, -1);
            case DOWN -> move(seq, 1);
            case PAGE_UP -> move(seq, -5);
            case PAGE_DOWN -> move(seq, 5);
            case ENTER -> letter(seq, 'r');
            case ESCAPE -> end();
            default -> {}
        }
    }

    private void letter(long seq, int letter) {
        switch (letter) {
            case 'k' -> move(seq, -1);
            case 'j' -> move(seq, 1);
            case 'r' -> write("/reply #" + seq + " ");
            case 'e' ->
                    messages().stream()
                            .filter(entry -> entry.seq() == seq)
                            .findFirst()
                            .ifPresent(this::edit);
            case 'd' -> {
                write("/redact #" + seq);
                model.hint = "Enter deletes it for everybody; Ctrl+C keeps it.";
            }
            case '+', 'a' -> write("/react #" + seq + " :");
            case 'y', 'c' ->
                    messages().stream()
                            .filter(entry -> entry.seq() == seq)
                            .findFirst()
                            .ifPresent(this::copy);
            case 'p' -> run(Verb.PIN, Long.toString(seq));
            case 'i' -> run(Verb.DETAILS, "#" + seq);
            case 'q' -> end();
            default -> {}
        }
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
        model.hint = HINT;
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

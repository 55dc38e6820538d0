package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Permission;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.binding.Where;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.LinkActions;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.key.Key;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Messages as things: one of the chat in view is chosen, and a letter says what to do with it.
/// What needs words, or can't be taken back, is put into the input as the command that does it.
final class Chooser {
    /// What the line at the bottom says that can be done, as far as it can.
    private static final List<Action> NAMED =
            List.of(
                    Action.REPLY,
                    Action.EDIT,
                    Action.DELETE,
                    Action.REACT,
                    Action.COPY,
                    Action.OPEN,
                    Action.VIEW,
                    Action.SAVE,
                    Action.ORIGINAL,
                    Action.THREAD,
                    Action.FORWARD,
                    Action.PIN,
                    Action.DETAILS);

    private final Model model;
    private final Update update;
    private final ViewerKeys viewing;

    /// The message of which it was asked which link is meant; 0 for none.
    private long asked;

    /// The command that a letter wrote last.
    private String written = "";

    Chooser(Model model, Update update, ViewerKeys viewing) {
        this.model = model;
        this.update = update;
        this.viewing = viewing;
    }

    /// Chooses the newest message in view; false if there is none. While the first one is still
    /// being sent it only says so.
    boolean begin() {
        List<Entry> messages = messages();
        if (messages.isEmpty()) {
            boolean soon =
                    model.talk.entries().stream()
                            .anyMatch(entry -> entry.delivery() == Entry.Delivery.PENDING);
            model.hint = soon ? "That is still being sent." : model.hint;
            return soon;
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
        long seen = update.scroller.inSight();
        return messages.reversed().stream()
                .filter(entry -> entry.seq() <= seen)
                .findFirst()
                .orElse(messages.getFirst());
    }

    void press(long seq, Stroke stroke) {
        model.hint = entry(seq).map(this::hint).orElse("");
        if (asked == seq && stroke.first() instanceof Key.Char(int c, _) && c >= '1' && c <= '9') {
            run(Verb.OPEN, "#" + seq, Character.toString(c));
            return;
        }
        asked = 0;
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
            case DELETE -> entry(seq).ifPresent(this::delete);
            case REACT -> write("/react #" + seq + " :");
            case COPY -> entry(seq).ifPresent(this::copy);
            case OPEN -> entry(seq).ifPresent(this::open);
            case ORIGINAL -> entry(seq).ifPresent(this::goToAnswered);
            case THREAD -> {
                end();
                update.goToThread(seq);
            }
            case FORWARD -> write("/forward #" + seq + " ");
            case VIEW -> {
                end();
                viewing.open(seq, ViewerKeys.ANY);
            }
            case SAVE -> entry(seq).ifPresent(this::save);
            case PIN -> pin(seq);
            case DETAILS -> run(Verb.DETAILS, "#" + seq);
            case LEAVE -> end();
            default -> {}
        }
    }

    /// Says again what can be done, unless there is a question.
    void remind(long seq) {
        if (asked != seq) {
            model.hint = entry(seq).map(this::hint).orElse("");
        }
    }

    private Optional<Entry> entry(long seq) {
        return messages().stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    /// `#15: r reply, e edit, …`, with the keys that are bound, of what can be done with it: as
    /// much as there is room for.
    private String hint(Entry entry) {
        String number = "#" + entry.seq() + ": ";
        List<String> deeds = new ArrayList<>();
        for (Action action : NAMED) {
            if (isOffered(action, entry) && !model.bindings.strokes(action).isEmpty()) {
                deeds.add(model.bindings.key(action) + " " + word(action, entry));
            }
        }
        String end = ", " + model.bindings.key(Action.LEAVE);
        String more = ", " + model.bindings.key(Action.HELP) + " more" + end;
        String all = String.join(", ", deeds) + end;
        int room = model.width() - 2 - number.length();
        while (Cluster.width(all) > room && deeds.size() > 1) {
            deeds.removeLast();
            all = String.join(", ", deeds) + more;
        }
        return number + all;
    }

    private String word(Action action, Entry entry) {
        return action == Action.PIN && isPinned(entry.seq()) ? "unpin" : action.word();
    }

    private boolean isPinned(long seq) {
        return model.here().filter(here -> model.room(here.whole()).pins.contains(seq)).isPresent();
    }

    private boolean isOffered(Action action, Entry entry) {
        return switch (action) {
            case EDIT -> entry.own();
            case DELETE -> mayDelete(entry);
            case OPEN -> !openable(entry).isEmpty();
            case SAVE -> !entry.attachments().isEmpty();
            case ORIGINAL -> entry.marks().replyTo() != null;
            case VIEW -> entry.attachments().stream().anyMatch(file -> file.preview() != null);
            case THREAD -> model.here().filter(Place::isThread).isEmpty();
            case PIN -> may(Permission.CHAT_PIN);
            default -> true;
        };
    }

    private void edit(Entry entry) {
        if (entry.own()) {
            write("/edit #" + entry.seq() + " " + text(entry));
        } else {
            model.hint = "Only who wrote a message edits it.";
        }
    }

    /// Its links; or the names of its files, if it has none.
    private static List<String> openable(Entry entry) {
        List<String> links = LinkActions.of(entry);
        return links.isEmpty()
                ? entry.attachments().stream().map(Attachment::name).toList()
                : links;
    }

    /// With several links or files, a digit says which.
    private void open(Entry entry) {
        List<String> all = openable(entry);
        if (all.isEmpty()) {
            model.hint = "There is no link and no file in it.";
        } else if (all.size() == 1) {
            run(Verb.OPEN, "#" + entry.seq());
        } else {
            asked = entry.seq();
            StringBuilder which = new StringBuilder("Which?");
            int room = Math.max(model.width() / all.size() - 5, 8);
            for (int i = 0; i < all.size(); i++) {
                String one = all.get(i).replaceFirst("^https?://(www\\.)?", "");
                which.append("  ").append(i + 1).append(' ').append(Wrap.ellipsis(one, room));
            }
            model.hint = which.toString();
        }
    }

    private void save(Entry entry) {
        if (entry.attachments().isEmpty()) {
            model.hint = "No file came with it.";
        } else {
            run(Verb.SAVE, "#" + entry.seq());
        }
    }

    /// Leads to the message that this one answers.
    private void goToAnswered(Entry entry) {
        Long answered = entry.marks().replyTo();
        Place here = model.here;
        if (answered == null || here == null) {
            model.hint = "It answers no other message.";
        } else {
            entry(answered)
                    .ifPresentOrElse(
                            this::choose,
                            () -> {
                                end();
                                update.jump(here.whole(), answered);
                            });
        }
    }

    private void delete(Entry entry) {
        if (mayDelete(entry)) {
            write("/redact #" + entry.seq());
            model.hint =
                    "%s deletes it for everybody; %s keeps it."
                            .formatted(
                                    model.bindings.key(Action.SEND),
                                    model.bindings.key(Action.NEWEST));
        } else {
            model.hint = "You may delete only your own here, without chat-delete-messages.";
        }
    }

    private boolean mayDelete(Entry entry) {
        return entry.own() || may(Permission.CHAT_DELETE_MESSAGES);
    }

    private void pin(long seq) {
        if (may(Permission.CHAT_PIN)) {
            run(isPinned(seq) ? Verb.UNPIN : Verb.PIN, Long.toString(seq));
        } else {
            model.hint = "You may pin nothing here; that takes the permission chat-pin.";
        }
    }

    private boolean may(Permission permission) {
        return model.chat()
                .flatMap(chat -> ChatRole.named(chat.state().role()))
                .filter(role -> role.permissions().contains(permission))
                .isPresent();
    }

    /// What others wrote may be pasted into a terminal later: without what steers one, but with the
    /// tabs that code may need.
    private void copy(Entry entry) {
        String text =
                Stream.of(text(entry).split("\t", -1))
                        .map(SafeText::block)
                        .collect(Collectors.joining("\t"));
        update.want(new Effect.Copy(text));
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

    /// Writes a command, to be sent or taken back.
    void write(String command) {
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
    private void run(Verb verb, String... words) {
        String rest = String.join(" ", words);
        end();
        update.scroller.scrollToEnd();
        model.here()
                .ifPresent(here ->
                        update.want(
                                new Effect.Run(here, new Input.Run(verb, List.of(words), rest))));
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
        if (!(model.overlay instanceof Overlay.Choose) && may(Permission.CHAT_PIN)) {
            model.here().ifPresent(here -> update.want(new Effect.LookAtPins(here.whole())));
        }
        model.overlay = new Overlay.Choose(entry.seq());
        model.hint = hint(entry);
        update.scroller.show(entry.seq());
    }

    void end() {
        model.overlay = new Overlay.None();
        model.hint = "";
        update.scroller.unmark();
    }

    /// What somebody said and the server has, the oldest first.
    private List<Entry> messages() {
        return model.talk.entries().stream()
                .filter(entry -> entry.isMessage() && entry.seq() > 0)
                .toList();
    }
}

package chatbois.terminal.state;

import chatbois.protocol.ChatLink;
import chatbois.protocol.Invite;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Where;
import chatbois.terminal.command.Table;
import chatbois.terminal.command.Verb;
import chatbois.terminal.qr.QrCode;
import chatbois.terminal.state.Overlay.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sheets that there are, and sentences used in several places.
final class Sheets {
    private static final String INDENT = "  ";

    private Sheets() {}

    /// The keys for where the member is, and in a chat the commands.
    static Sheet help(Bindings bindings, List<Where> places) {
        List<String> lines = keys(bindings, places);
        boolean chat = places.contains(Where.CHAT);
        if (chat) {
            commands(lines);
        }
        return new Sheet(chat ? "Keys and commands" : "Keys", lines, List.of(), 0);
    }

    /// All that keys do, by the names that it is bound by.
    static Sheet keys(Bindings bindings, int width) {
        List<Action> actions = List.of(Action.values());
        Table table =
                new Table(
                        List.of("name", "keys", "what it does"),
                        actions.stream().map(action -> row(action, bindings)).toList());
        List<List<String>> laid = table.laid(width - INDENT.length());
        List<String> lines = new ArrayList<>();
        laid.getFirst().forEach(line -> lines.add(INDENT + line));
        for (Where where : Where.values()) {
            lines.addAll(List.of("", title(where)));
            for (Action action : actions) {
                if (action.where() == where) {
                    laid.get(action.ordinal() + 1).forEach(line -> lines.add(INDENT + line));
                }
            }
        }
        lines.addAll(List.of("", "/keys NAME KEY binds another key: /keys next-chat ctrl+g."));
        lines.add("/keys WORD shows those about it.");
        return new Sheet("Keys", lines, List.of(), 0);
    }

    private static List<Object> row(Action action, Bindings bindings) {
        return List.of(action.word(), bindings.titles(action), action.help());
    }

    private static String title(Where where) {
        String title = where.title();
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + ":";
    }

    private static List<String> keys(Bindings bindings, List<Where> places) {
        List<String> lines = new ArrayList<>();
        for (Where where : places) {
            lines.add(title(where));
            bindings.lines(where).forEach(line -> lines.add("  " + line));
            lines.add("");
        }
        return lines;
    }

    private static void commands(List<String> lines) {
        lines.add("Commands:");
        for (Verb verb : Verb.values()) {
            String form = verb.form();
            lines.add("  " + form + " ".repeat(Math.max(24 - form.length(), 2)) + verb.help());
        }
        lines.add("/help files tells of pictures and films: sending, saving, looking at them.");
        lines.add("/help formatting shows how to write *bold*, `code`, quotes, lists, :emoji:.");
        lines.add("/help perms explains the permissions; // begins a message with a slash.");
        lines.add("/keys NAME KEY binds another key; what has no key is in /keys WORD, too.");
    }

    /// Shows an invite where it can be copied with the mouse or read by a phone.
    static Optional<Sheet> ofInvite(List<String> told) {
        return told.stream()
                .filter(line -> line.startsWith(Invite.SCHEME))
                .findFirst()
                .map(line ->
                        ChatLink.looksLike(line) ? chatLink(told) : invite(told.getFirst(), line));
    }

    private static Sheet chatLink(List<String> told) {
        List<String> lines = new ArrayList<>();
        told.forEach(line -> lines.addAll(List.of(line, "")));
        return new Sheet("A link into this chat", lines, List.of(), 0);
    }

    private static Sheet invite(String about, String invite) {
        List<String> lines = new ArrayList<>();
        boolean back = isBack(invite);
        lines.add(
                back
                        ? "It brings the member back, once. Pass it on so that nobody else sees it:"
                        : about);
        lines.add("");
        lines.add(invite);
        lines.add("");
        lines.add("They start ./chatbois and paste it, or type: ./chatbois join \"LINE\"");
        lines.add("");
        List<String> code =
                QrCode.of(invite).map(qr -> qr.rows(QrCode.Background.LIGHT)).orElse(List.of());
        return new Sheet(back ? "A way back" : "An invite", lines, code, 0);
    }

    /// What is left of it in the chat: who looks over a shoulder later finds no line to come in by.
    static String remark(Sheet invite) {
        String line = invite.line().orElse("");
        if (ChatLink.looksLike(line)) {
            return "A link into this chat was made; /chatlinks lists it and calls it back.";
        }
        return isBack(line)
                ? "The line that leads back was shown; /reset makes another one."
                : "An invite was made; /invites lists it, /revoke calls it back.";
    }

    private static boolean isBack(String line) {
        try {
            return Invite.parse(line).leadsBack();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

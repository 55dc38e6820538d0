package chatbois.terminal.state;

import chatbois.protocol.ChatLink;
import chatbois.protocol.Invite;
import chatbois.terminal.command.Verb;
import chatbois.terminal.qr.QrCode;
import chatbois.terminal.state.Overlay.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sheets that there are, and sentences used in several places.
final class Sheets {
    private static final String KEYS =
            """
            Enter               send
            Alt+Enter, Ctrl+J   begin a new line
            Tab, Shift+Tab      take what is suggested, or complete a command, a chat, a
                                name; again: the next one, the one before
            Up                  with nothing written: choose a message, then r reply, e edit,
                                d delete, + react, y copy, p pin, i details, Esc
            Alt+P, Alt+N        what you typed before; Up, Down in what is written, too
            Ctrl+R              search in what you typed before
            Ctrl+C              clear the line; twice on an empty line: quit

            Ctrl+N, Ctrl+P      next, previous chat
            Ctrl+K, F4          find a chat by some letters of its name
            Ctrl+F, F5          find a message in all your chats (Ctrl+F while the line is empty);
                                again: back to what was found
            Alt+1 … Alt+9       the chat with that number
            Alt+A, F3           next chat with something unread
            PgUp, PgDn          scroll through the history
            Esc, Alt+End        close this, or the suggestions; back to the newest message
            F2                  show or hide the chat list
            Ctrl+Up, Ctrl+Down  scroll by one line
            Ctrl+L, Ctrl+Z      paint again; suspend

            Ctrl+A E B F, Alt+B F        move in the line
            Ctrl+W U K, Alt+D, Ctrl+Y    cut, put back
            Ctrl+_                       undo
            """;

    private Sheets() {}

    static Sheet help() {
        List<String> lines = new ArrayList<>(KEYS.lines().toList());
        lines.add("");
        for (Verb verb : Verb.values()) {
            String form = verb.form();
            lines.add(form + " ".repeat(Math.max(24 - form.length(), 2)) + verb.help());
        }
        lines.add("/help formatting shows how to write *bold*, `code`, quotes, lists, :emoji:.");
        lines.add("/help perms explains the permissions; // begins a message with a slash.");
        return new Sheet("Keys and commands", lines, List.of(), 0);
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

    private static boolean isBack(String line) {
        try {
            return Invite.parse(line).leadsBack();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String notSent(int pending) {
        return pending == 1 ? "1 message is not sent yet" : pending + " messages are not sent yet";
    }
}

package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.terminal.markup.Markup;
import chatbois.terminal.media.FileLine;
import chatbois.terminal.text.SafeText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which message the command in the input is about, in words: its number says nothing to anybody.
final class Aim {
    private static final Pattern COMMAND =
            Pattern.compile(
                    "/(reply|edit|react|redact|forward) #([0-9]{1,15})(?:\\s.*)?", Pattern.DOTALL);

    private Aim() {}

    /// `replying to ben: Hello`; nothing if the input is about no message that is known here.
    static Optional<String> of(Model model) {
        Matcher typed = COMMAND.matcher(model.editor().draft().text());
        if (!typed.matches()) {
            return Optional.empty();
        }
        long seq = Long.parseLong(typed.group(2));
        return Stream.concat(model.talk.entries().stream(), model.talk.answered().values().stream())
                .filter(entry -> entry.seq() == seq && entry.isMessage())
                .findFirst()
                .map(entry -> deed(typed.group(1)) + " " + words(entry));
    }

    private static String deed(String verb) {
        return switch (verb) {
            case "reply" -> "replying to";
            case "edit" -> "editing";
            case "react" -> "reacting to";
            case "redact" -> "deleting";
            default -> "forwarding";
        };
    }

    private static String words(Entry entry) {
        String who = entry.own() ? "your message" : entry.authorAlone();
        String text =
                switch (entry.said()) {
                    case Said.Text(String said) -> said;
                    case Said.Action(String said) -> said;
                    case Said _ -> "";
                };
        String words = text.isEmpty() ? FileLine.names(entry.attachments()) : Markup.bare(text);
        return who + ": " + SafeText.line(words);
    }
}

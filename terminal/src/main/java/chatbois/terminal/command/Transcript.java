package chatbois.terminal.command;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.terminal.media.FileLine;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was said, written down: for files, lists and scripts. Not yet safe for a terminal.
public final class Transcript {
    /// What is said above a thread of which not all is shown.
    public static final String EARLIER = "… earlier replies are in the chat";

    private Transcript() {}

    /// What sort of entry it is, in a word, for scripts: `message`, `action`, `event`, `erased`,
    /// `hidden`, `deleted`, `change` (of another message) or `unknown`.
    public static String kind(Said said) {
        return switch (said) {
            case Said.Text _ -> "message";
            case Said.Action _ -> "action";
            case Said.Happened _ -> "event";
            case Said.Done _ -> "change";
            case Said.Deleted _ -> "deleted";
            case Said.Erased _ -> "erased";
            case Said.Hidden _ -> "hidden";
            case Said.Unknown _ -> "unknown";
        };
    }

    /// What was said, or a sentence that stands for it.
    public static String text(Said said) {
        return switch (said) {
            case Said.Text(String text) -> text;
            case Said.Action(String text) -> text;
            case Said.Happened(String sentence) -> sentence;
            case Said.Done(_, String sentence) -> sentence;
            case Said.Deleted(String by) -> "a message was deleted by " + by;
            case Said.Erased _ -> "a message was erased";
            case Said.Hidden _ -> "a blocked member wrote something";
            case Said.Unknown _ -> "written by a newer chatbois";
        };
    }

    /// What was said, and the files that came with it.
    public static String text(Entry entry) {
        String text = text(entry.said());
        return entry.attachments().isEmpty()
                ? text
                : Stream.concat(
                                text.isEmpty() ? Stream.of() : Stream.of(text),
                                entry.attachments().stream().map(FileLine::spoken))
                        .collect(Collectors.joining(" "));
    }

    /// Who said what; as many lines as the message has.
    public static String of(Entry entry) {
        String text = text(entry);
        return switch (entry.said()) {
            case Said.Text _ -> entry.author() + ": " + text;
            case Said.Action _ -> "* " + entry.author() + " " + text;
            case Said.Happened _,
                    Said.Done _,
                    Said.Deleted _,
                    Said.Erased _,
                    Said.Hidden _,
                    Said.Unknown _ ->
                    "- " + text;
        };
    }
}

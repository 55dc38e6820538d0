package chatbois.terminal.command;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.protocol.event.Attachment;
import chatbois.terminal.text.Amount;
import java.util.StringJoiner;

/// What was said, written down: for files, lists and scripts. Not yet safe for a terminal.
public final class Transcript {
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

    private static String withFiles(String text, Entry entry) {
        StringJoiner all = new StringJoiner(" ");
        if (!text.isEmpty()) {
            all.add(text);
        }
        for (Attachment file : entry.attachments()) {
            String words = file.alt() == null ? "" : ": " + file.alt();
            all.add("[" + file.name() + ", " + new Amount(file.size()) + words + "]");
        }
        return all.toString();
    }

    /// Who said what, and which files came with it; as many lines as the message has.
    public static String of(Entry entry) {
        String text = text(entry.said());
        return switch (entry.said()) {
            case Said.Text _ -> entry.author() + ": " + withFiles(text, entry);
            case Said.Action _ -> "* " + entry.author() + " " + withFiles(text, entry);
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

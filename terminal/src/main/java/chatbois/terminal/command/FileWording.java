package chatbois.terminal.command;

import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.terminal.text.Amount;
import java.util.ArrayList;
import java.util.List;

/// How rules of files read.
final class FileWording {
    private FileWording() {}

    /// What was set, as a list.
    static String of(FilesSet set) {
        List<String> parts = new ArrayList<>();
        if (set.limit() != null) {
            parts.add(set.limit() == 0 ? "none" : "up to " + new Amount(set.limit()) + " each");
        }
        if (set.quota() != null) {
            parts.add("up to " + new Amount(set.quota()) + " of each member");
        }
        if (set.days() != null) {
            parts.add(
                    set.days() == 0
                            ? "kept as long as the messages"
                            : "kept for " + set.days() + " days");
        }
        return String.join(", ", parts);
    }
}

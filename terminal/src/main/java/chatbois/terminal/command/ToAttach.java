package chatbois.terminal.command;

import chatbois.cellart.source.Wish;
import chatbois.protocol.Limits;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was typed behind `/attach`: files first, what is said with them behind, and anywhere which
/// part of a film is to be seen.
record ToAttach(List<Path> files, String caption, Wish wish) {
    private static final String FROM = "--from";
    private static final String LENGTH = "--for";

    static ToAttach of(List<String> words) {
        List<Path> files = new ArrayList<>();
        List<String> caption = new ArrayList<>();
        int from = Wish.USUAL.fromMillis();
        int length = Wish.USUAL.lengthMillis();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean option = word.equals(FROM) || word.equals(LENGTH);
            if (option && i + 1 < words.size()) {
                int millis = millis(words.get(++i));
                from = word.equals(FROM) ? millis : from;
                length = word.equals(LENGTH) ? millis : length;
            } else if (caption.isEmpty() && isFile(word)) {
                files.add(TypedPath.of(word));
            } else {
                caption.add(word);
            }
        }
        if (files.isEmpty()) {
            throw words.isEmpty()
                    ? WrongUsage.of(Verb.ATTACH)
                    : new IllegalArgumentException(missing(words.getFirst()));
        }
        if (files.size() > Limits.ATTACHMENTS) {
            throw new IllegalArgumentException(
                    "These are %d files, and a message has at most %d; nothing was sent. Send the others with another /attach."
                            .formatted(files.size(), Limits.ATTACHMENTS));
        }
        return new ToAttach(List.copyOf(files), String.join(" ", caption), new Wish(from, length));
    }

    private static String missing(String word) {
        return there(word)
                ? word + " is no file that can be sent: a folder, perhaps."
                : "There is no file "
                        + word
                        + "; Tab completes names, and \"double quotes\" go around one with blanks.";
    }

    private static boolean there(String word) {
        try {
            return Files.exists(TypedPath.of(word));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(TypedPath.of(word));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// `90`, `90s`, `1:30`.
    private static int millis(String typed) {
        if (!typed.matches("[0-9]{1,5}s?|[0-9]{1,3}:[0-5][0-9]")) {
            throw new IllegalArgumentException(
                    "A time is written as 90s or 1:30, not " + typed + ".");
        }
        String[] parts = typed.replace("s", "").split(":");
        int seconds = Integer.parseInt(parts[parts.length - 1]);
        return (parts.length > 1 ? Integer.parseInt(parts[0]) * 60 + seconds : seconds) * 1_000;
    }
}

package chatbois.terminal.command;

import chatbois.cellart.source.PlayTime;
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
    /// No file.
    static final ToAttach NOTHING = new ToAttach(List.of(), "", Wish.USUAL);

    private static final String FROM = "--from";
    private static final String LENGTH = "--for";

    static ToAttach of(List<String> words) {
        List<Path> files = new ArrayList<>();
        List<String> caption = new ArrayList<>();
        int from = Wish.USUAL.fromMillis();
        int length = Wish.USUAL.lengthMillis();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isOption(word)) {
                int millis = time(words, ++i);
                from = word.equals(FROM) ? millis : from;
                length = word.equals(LENGTH) ? millis : length;
            } else if (caption.isEmpty() && isFile(word)) {
                files.add(TypedPath.of(word));
            } else if (caption.isEmpty() && quoted(words, i) > i) {
                files.add(TypedPath.of(joined(words, i, quoted(words, i))));
                i = quoted(words, i) - 1;
            } else {
                caption.add(word);
            }
        }
        if (files.isEmpty()) {
            throw words.isEmpty() || words.getFirst().isEmpty() || isOption(words.getFirst())
                    ? WrongUsage.of(Verb.ATTACH)
                    : new IllegalArgumentException(missing(words.getFirst()));
        }
        if (!caption.isEmpty() && isMeantAsFile(caption.getFirst())) {
            throw new IllegalArgumentException(
                    missing(caption.getFirst())
                            + " What is said with the files stands behind them.");
        }
        if (files.size() > Limits.ATTACHMENTS) {
            throw new IllegalArgumentException(
                    "These are %d files, and a message has at most %d; nothing was sent. Send the others with another /attach."
                            .formatted(files.size(), Limits.ATTACHMENTS));
        }
        return new ToAttach(List.copyOf(files), String.join(" ", caption), new Wish(from, length));
    }

    private static boolean isOption(String word) {
        return word.equals(FROM) || word.equals(LENGTH);
    }

    private static int time(List<String> words, int at) {
        if (at == words.size()) {
            throw new IllegalArgumentException(
                    "Behind %s stands a time, as in %1$s 1:20.".formatted(words.getLast()));
        }
        return PlayTime.read(words.get(at));
    }

    /// Behind the last of some words that are a file between single quotes; 0 if they are none.
    private static int quoted(List<String> words, int from) {
        for (int end = from + 1; end <= words.size() && words.get(from).startsWith("'"); end++) {
            if (words.get(end - 1).endsWith("'") && isFile(joined(words, from, end))) {
                return end;
            }
        }
        return 0;
    }

    private static String joined(List<String> words, int from, int to) {
        String all = String.join(" ", words.subList(from, to));
        return all.length() < 2 ? all : all.substring(1, all.length() - 1);
    }

    /// A name that was mistyped is not to be read by everybody as what is said.
    private static boolean isMeantAsFile(String word) {
        return word.matches(
                "(/\\S*[/.]|\\./|\\.\\./|~/|'/)\\S*|'?[^\\s:]+\\.(?i:png|jpe?g|gif|webp|bmp|tiff?|svg|avif"
                        + "|heic|mp4|m4v|mov|mkv|webm|avi|mp3|ogg|flac|wav|pdf|txt|zip|gz|tar)'?");
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
}

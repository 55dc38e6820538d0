package chatbois.terminal.command;

import chatbois.client.session.Entry;
import chatbois.protocol.event.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which files were meant, as all commands count them: `#7` for those of a message, `#7.2` or `#7
/// 2` for the second of them, `2` for the second of the newest that fits; and what else was typed.
///
/// @param which from 1; 0 for all
/// @param dotted whether it was named by a dot, which only files are
public record Which(Numbered message, int which, boolean dotted, String rest) {
    private static final Pattern MESSAGE = Pattern.compile("(#[0-9]+)(?:\\.([0-9]+))?");
    private static final Pattern COUNTED = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 4;

    /// What is meant anyway where no file is named.
    private static final String ALL = "all";

    /// What begins with a number is never taken for the name of a file.
    public static Which of(List<String> words, Verb verb) {
        int at = 0;
        String number = "";
        int which = 0;
        Matcher message = MESSAGE.matcher(words.isEmpty() ? "" : words.getFirst());
        boolean dotted = message.matches() && message.group(2) != null;
        if (message.matches()) {
            number = message.group(1);
            which = dotted ? count(message.group(2)) : 0;
            at++;
        }
        if (!dotted && at < words.size() && COUNTED.matcher(words.get(at)).matches()) {
            which = count(words.get(at++));
        }
        String said = at < words.size() ? words.get(at) : "";
        String rest = which == 0 && said.equals(ALL) ? "" : said;
        if (words.size() - at > 1 || rest.matches("#[-0-9].*")) {
            throw WrongUsage.of(verb);
        }
        return new Which(Numbered.numberOf(number, verb), which, dotted, rest);
    }

    /// @return from 1; a number that is too large for any file stays so
    static int count(String digits) {
        int count = Integer.parseInt(digits.substring(0, Math.min(digits.length(), MOST_DIGITS)));
        if (count == 0) {
            throw new IllegalArgumentException(
                    "The files of a message are counted from 1: #7.1 is the first one of message #7.");
        }
        return count;
    }

    /// The place of the message, if it was named.
    public Optional<Long> number() {
        return message.number();
    }

    /// Those that are meant of the files of that message: one, or all; never none.
    public List<Attachment> among(Entry entry) {
        List<Attachment> files = entry.attachments();
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "No file came with message #%d.".formatted(entry.seq()));
        }
        if (which > files.size()) {
            throw new IllegalArgumentException(counted(entry) + ".");
        }
        return which == 0 ? files : List.of(files.get(which - 1));
    }

    /// `Message #7 has 3 files, #7.1 to #7.3`
    static String counted(Entry entry) {
        long seq = entry.seq();
        int files = entry.attachments().size();
        return files == 1
                ? "Message #%d has one file, #%d.1".formatted(seq, seq)
                : "Message #%d has %d files, #%d.1 to #%d.%d"
                        .formatted(seq, files, seq, seq, files);
    }
}

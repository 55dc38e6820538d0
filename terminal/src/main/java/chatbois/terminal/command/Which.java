package chatbois.terminal.command;

import java.util.List;

/// Which file was meant: of which message, the how manieth of it, and what else was typed.
///
/// @param which from 1; 0 if that wasn't said
record Which(Numbered message, int which, String rest) {
    static Which of(List<String> words, Verb verb) {
        int at = 0;
        String number = "";
        if (at < words.size() && words.get(at).matches("#[0-9]{1,15}")) {
            number = words.get(at++);
        }
        int which = 0;
        if (at < words.size() && words.get(at).matches("[1-9][0-9]?")) {
            which = Integer.parseInt(words.get(at++));
        }
        if (words.size() - at > 1) {
            throw WrongUsage.of(verb);
        }
        String rest = at < words.size() ? words.get(at) : "";
        return new Which(Numbered.numberOf(number, verb), which, rest);
    }
}

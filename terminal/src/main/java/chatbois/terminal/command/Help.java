package chatbois.terminal.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The text of `/help`, made from the list of verbs.
final class Help {
    private static final String SUGGESTIONS =
            "On the screen, names are suggested while you type @, # or what a command asks for:"
                    + " Tab and Shift+Tab complete them, Esc closes the list.";

    private Help() {}

    static List<String> about(List<String> words) {
        if (words.isEmpty()) {
            return all();
        }
        String word =
                words.getFirst().startsWith("/") ? words.getFirst().substring(1) : words.getFirst();
        if (word.equals("perms") || word.equals("permissions")) {
            return Roles.permissions();
        }
        Optional<Verb> verb = Verb.named(word);
        if (verb.isPresent()) {
            return one(verb.get());
        }
        List<String> found = containing(word);
        return found.isEmpty()
                ? List.of("There is no /" + word + "; /help lists what there is.")
                : found;
    }

    private static List<String> all() {
        List<String> lines = new ArrayList<>(Verb.list());
        lines.add("/help perms explains the permissions.");
        lines.add(SUGGESTIONS);
        lines.add("Everything else is sent as a message; // begins one with a slash.");
        return lines;
    }

    private static List<String> one(Verb verb) {
        List<String> lines = new ArrayList<>();
        lines.add(verb.form() + "  " + verb.help());
        if (!verb.aliases().isEmpty()) {
            lines.add("Also: /" + String.join(", /", verb.aliases()));
        }
        return lines;
    }

    /// Finds a command, or what can be done without one, by a word of its explanation.
    private static List<String> containing(String word) {
        Stream<String> verbs =
                Arrays.stream(Verb.values())
                        .filter(verb -> verb.help().contains(word))
                        .map(verb -> verb.form() + "  " + verb.help());
        return Stream.concat(verbs, Stream.of(SUGGESTIONS).filter(line -> line.contains(word)))
                .toList();
    }
}

package chatbois.terminal.chat;

import chatbois.terminal.command.Programs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which editor a member writes in, and which there are.
record Editors(Map<String, String> environment) {
    private static final String AUTO = "auto";

    /// What shells say of a command that they don't find.
    static final int NOT_FOUND = 127;

    private static final List<String> USUAL =
            List.of("sensible-editor", "editor", "nano", "vim", "vi");

    /// The command of the one that was chosen; nothing if none was.
    ///
    /// @param set what the member has set here
    Optional<String> chosen(String set) {
        return set.equals(AUTO)
                ? Stream.of("VISUAL", "EDITOR")
                        .map(name -> environment.getOrDefault(name, "").strip())
                        .filter(command -> !command.isEmpty())
                        .findFirst()
                : Optional.of(set);
    }

    /// What to do where none was chosen.
    String whichOne() {
        return usual().map(found ->
                        "No editor is set; /set writing.editor " + found + " takes this one.")
                .orElse(
                        "No editor is set and none was found; /set writing.editor COMMAND names one.");
    }

    /// Why nothing came of it, and what to do.
    String failure(String command, int code) {
        if (code != NOT_FOUND) {
            return "%s ended with %d; nothing was changed.".formatted(command, code);
        }
        String other = usual().orElse("COMMAND");
        return "%s was not found; /set writing.editor %s takes another."
                .formatted(command.split(" ", 2)[0], other);
    }

    /// The first of the usual ones that is here.
    private Optional<String> usual() {
        Programs programs = new Programs(environment.getOrDefault("PATH", ""));
        return USUAL.stream().filter(name -> !programs.lack(name)).findFirst();
    }
}

package chatbois.terminal.command;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The text of `/help`, made from the list of verbs.
final class Help {
    private static final String SUGGESTIONS =
            "On the screen, names are suggested while you type @, # or what a command asks for:"
                    + " %s and %s complete them, %s closes the list.";

    /// The tour for who sees no screen.
    static final List<String> FIRST_MINUTE =
            List.of(
                    "1. /new NAME makes a chat, /go CHAT goes to one; what you type is said there.",
                    "2. /invite shows a line to pass on; /invite MEMBER asks somebody into the chat,"
                            + " /msg MEMBER TEXT writes to one alone.",
                    "3. /help lists all there is, /help WORD explains it; /quit ends the program.");

    private static final String FORMATTING =
            """
            *bold* or **bold**    _italic_    ~~struck~~    `code`    http://… is a link
            > begins a quote; "- ", "* " or "1. " an item of a list
            ``` alone on a line, or with a language behind it, begins code; ``` ends it:
              java kotlin python js ts c c++ go rust sh json yaml toml xml html sql diff
            :tada: becomes the emoji when it is sent; :ta and Tab lists those that begin so
            A backslash in front of a sign leaves it as it is: \\*not bold\\*
            Others see it on the screen; --plain, read and export show it as it was typed.\
            """;

    private static final String FILES =
            """
            /attach FILE TEXT          sends a file and what you say with it; Tab completes the path
            a path pasted or dropped   is offered to be sent
            /attach film.mp4 --from 1:20 --for 10s   chooses what of a film moves here
            %-26s saves, opens, or shows over the whole screen what came
            /save #7 and /save #7.2    all files of message 7, or its second one
            /cancel                    stops what is being sent or fetched; the same again goes on
            /describe #7 WORDS         says in words what is to be seen, also for who sees no pictures
            /style, /pictures off      other characters for pictures, or none in this chat
            /search has:picture beach  finds pictures by their names and descriptions
            /server files              how large files may be, how much there may be of each member\
            """;

    private static final Set<String> ABOUT_FILES =
            Set.of("files", "media", "picture", "photo", "image", "gif", "video", "film", "upload");

    /// What people may call it.
    private static final Set<String> ABOUT_FORMATTING =
            Set.of("formatting", "format", "markdown", "bold", "italic", "emoji");

    /// Words that people know from elsewhere, and that no explanation uses.
    private static final Map<String, Set<Verb>> OTHER_WORDS =
            Map.ofEntries(
                    Map.entry("abuse", Set.of(Verb.MUTE, Verb.KICK, Verb.BAN, Verb.EXPEL)),
                    Map.entry("admin", Set.of(Verb.ROLE, Verb.AUDIT)),
                    Map.entry("afk", Set.of(Verb.STATUS)),
                    Map.entry("attack", Set.of(Verb.PANIC, Verb.LOCK)),
                    Map.entry("absent", Set.of(Verb.AWAY)),
                    Map.entry("bell", Set.of(Verb.NOTIFY)),
                    Map.entry("broadcast", Set.of(Verb.ANNOUNCE)),
                    Map.entry("colors", Set.of(Verb.THEME, Verb.SET)),
                    Map.entry("config", Set.of(Verb.SET)),
                    Map.entry("countdown", Set.of(Verb.CALL_OFF)),
                    Map.entry("demote", Set.of(Verb.ROLE, Verb.CHAT_ROLE)),
                    Map.entry("desktop", Set.of(Verb.NOTIFY)),
                    Map.entry("discover", Set.of(Verb.BROWSE, Verb.MEMBERS)),
                    Map.entry("erase", Set.of(Verb.DELETE, Verb.RETENTION)),
                    Map.entry("expire", Set.of(Verb.RETENTION, Verb.INVITES)),
                    Map.entry("grep", Set.of(Verb.SEARCH)),
                    Map.entry("look", Set.of(Verb.SEARCH)),
                    Map.entry("flood", Set.of(Verb.SLOW, Verb.MUTE)),
                    Map.entry("ignore", Set.of(Verb.BLOCK)),
                    Map.entry("indicator", Set.of(Verb.PRIVACY)),
                    Map.entry("kill", Set.of(Verb.SHUTDOWN)),
                    Map.entry("membership", Set.of(Verb.LEAVE_COMMUNITY)),
                    Map.entry("moderator", Set.of(Verb.ROLE, Verb.CHAT_ROLE)),
                    Map.entry("motd", Set.of(Verb.WELCOME)),
                    Map.entry("nickname", Set.of(Verb.NAME)),
                    Map.entry("notification", Set.of(Verb.NOTIFY)),
                    Map.entry("notifications", Set.of(Verb.NOTIFY)),
                    Map.entry("old", Set.of(Verb.RETENTION)),
                    Map.entry("op", Set.of(Verb.ROLE, Verb.CHAT_ROLE)),
                    Map.entry("options", Set.of(Verb.SET)),
                    Map.entry("owner", Set.of(Verb.ROLE, Verb.CHAT_ROLE)),
                    Map.entry("preferences", Set.of(Verb.SET)),
                    Map.entry("promote", Set.of(Verb.ROLE, Verb.CHAT_ROLE)),
                    Map.entry("read-only", Set.of(Verb.CHAT_ROLE, Verb.ARCHIVE)),
                    Map.entry("reboot", Set.of(Verb.RESTART)),
                    Map.entry("registration", Set.of(Verb.LOCK, Verb.UNLOCK)),
                    Map.entry("restore", Set.of(Verb.BACKUP)),
                    Map.entry("rights", Set.of(Verb.ROLE)),
                    Map.entry("silence", Set.of(Verb.NOTIFY, Verb.MUTE)),
                    Map.entry("sound", Set.of(Verb.NOTIFY)),
                    Map.entry("spam", Set.of(Verb.MUTE, Verb.BAN, Verb.SLOW)),
                    Map.entry("stop", Set.of(Verb.SHUTDOWN, Verb.CANCEL)),
                    Map.entry("throw", Set.of(Verb.KICK, Verb.EXPEL, Verb.REMOVE)),
                    Map.entry("transfer", Set.of(Verb.ROLE)),
                    Map.entry("troll", Set.of(Verb.MUTE, Verb.BLOCK, Verb.BAN)));

    private Help() {}

    static List<String> about(List<String> words, Bindings keys) {
        if (words.isEmpty()) {
            return all(keys);
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
        if (ABOUT_FORMATTING.contains(word)) {
            return FORMATTING.lines().toList();
        }
        if (ABOUT_FILES.contains(word)) {
            return files(keys);
        }
        List<String> found = containing(word, keys);
        return found.isEmpty() ? List.of(Verb.unknown(word)) : found;
    }

    private static List<String> all(Bindings keys) {
        List<String> lines = new ArrayList<>(Verb.list());
        lines.add("/help perms explains the permissions.");
        lines.add("/help files tells all about files, pictures and films.");
        lines.add("/help formatting shows how to write bold, code, quotes, lists and emoji.");
        lines.add(suggestions(keys));
        lines.add("Everything else is sent as a message; // begins one with a slash.");
        return lines;
    }

    private static String suggestions(Bindings keys) {
        return SUGGESTIONS.formatted(
                keys.key(Action.COMPLETE), keys.key(Action.COMPLETE_BACK), keys.key(Action.NEWEST));
    }

    private static List<String> files(Bindings keys) {
        String chosen =
                "%s, then %s, %s or %s"
                        .formatted(
                                keys.key(Action.CHOOSE),
                                keys.key(Action.SAVE),
                                keys.key(Action.OPEN),
                                keys.key(Action.VIEW));
        return FILES.formatted(chosen).lines().toList();
    }

    private static List<String> one(Verb verb) {
        List<String> lines = new ArrayList<>();
        lines.add(verb.form() + "  " + verb.help());
        if (!verb.aliases().isEmpty()) {
            lines.add("Also: /" + String.join(", /", verb.aliases()));
        }
        if (verb == Verb.SEARCH) {
            lines.addAll(Lookup.advice());
        }
        if (verb == Verb.AUDIT) {
            lines.add("ACTION is one of these, or part of one:");
            lines.add(String.join(", ", AuditActions.actions()));
            lines.add("AGE is 30m, 12h, 7d or 4w: what was done since then.");
        }
        return lines;
    }

    /// Finds a command, or what can be done without one, by a word of its explanation or by one
    /// that people type instead.
    private static List<String> containing(String typed, Bindings keys) {
        String word = typed.toLowerCase(Locale.ROOT);
        Set<Verb> other = OTHER_WORDS.getOrDefault(word, Set.of());
        Stream<String> verbs =
                Arrays.stream(Verb.values())
                        .filter(verb -> verb.help().contains(word) || other.contains(verb))
                        .map(verb -> verb.form() + "  " + verb.help());
        return Stream.concat(
                        verbs, Stream.of(suggestions(keys)).filter(line -> line.contains(word)))
                .toList();
    }
}

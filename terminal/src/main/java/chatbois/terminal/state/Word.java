package chatbois.terminal.state;

import chatbois.protocol.Invite;
import chatbois.protocol.Limits;
import chatbois.protocol.Suggestion.Sort;
import chatbois.protocol.name.SearchKey;
import chatbois.terminal.command.Argument;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// The word before the cursor, and what it may become.
///
/// @param from where in the text it begins
/// @param sign `@` or `#` if it begins so, else empty
/// @param typed what is behind the sign
/// @param end what is put behind what it becomes
/// @param asked whether a name has to stand there, so that names are offered before Tab is pressed
record Word(int from, Argument what, String sign, String typed, String end, boolean asked) {
    /// A colon and the beginning of an emoji's name.
    private static final Pattern EMOJI = Pattern.compile(":[A-Za-z0-9_+-]+");

    /// A colon with fewer letters is more often a smiley.
    private static final int FEWEST_ASKING = 3;

    static Word of(Editor editor) {
        Draft draft = editor.draft();
        return of(draft.text().substring(0, draft.cursor()));
    }

    /// @param before the text up to the cursor
    static Word of(String before) {
        boolean slash = before.startsWith("/") && !before.startsWith("//");
        int gap = slash ? firstBlank(before) : -1;
        if (slash && gap < 0) {
            return new Word(0, Argument.COMMAND, "/", before.substring(1), " ", false);
        }
        int word = lastBlank(before) + 1;
        if (!slash || !(Input.read(before) instanceof Input.Run(Verb verb, _, _))) {
            return mentioned(before, word, word == 0 ? ": " : " ");
        }
        int argument = gap + 1;
        if (verb.takesFiles()) {
            int path = lastBlankOutsideQuotes(before) + 1;
            if (isPath(before.substring(path))) {
                return argument(before, path, Argument.FILE);
            }
        }
        if (verb.takesRest(0) || verb.argument(0) == Argument.COMMAND) {
            return argument(before, argument, verb.argument(0));
        }
        String others = before.substring(argument, word).strip();
        int index = others.isEmpty() ? 0 : others.split("\\s+", -1).length;
        return verb.argument(index) == Argument.TEXT
                ? mentioned(before, word, " ")
                : argument(before, word, verb.argument(index));
    }

    /// Whether it can be nothing but a file, wherever it stands.
    private static boolean isPath(String word) {
        return word.startsWith("\"") || word.contains("/");
    }

    private static Word argument(String before, int from, Argument what) {
        if (what == Argument.EMOJI) {
            return emoji(before, from, /* asked= */ true);
        }
        String sign = sign(before, from);
        return new Word(
                from,
                what,
                sign,
                before.substring(from + sign.length()),
                what == Argument.MEMBER
                                || what == Argument.BLOCKED
                                || what == Argument.SETTING
                                || what == Argument.ACTION
                                || what == Argument.ALIAS
                        ? " "
                        : "",
                what != Argument.COMMAND && what != Argument.FILE);
    }

    /// In what is said, whoever is meant may be meant with a sign or without.
    private static Word mentioned(String before, int from, String end) {
        if (EMOJI.matcher(before).region(from, before.length()).matches()) {
            return emoji(before, from, before.length() - from >= FEWEST_ASKING);
        }
        String sign = sign(before, from);
        boolean chat = sign.equals("#");
        return new Word(
                from,
                chat ? Argument.CHAT : Argument.MEMBER,
                sign,
                before.substring(from + sign.length()),
                chat ? " " : end,
                !sign.isEmpty());
    }

    /// An emoji by its name, with a colon on either side.
    private static Word emoji(String before, int from, boolean asked) {
        int name = before.startsWith(":", from) ? from + 1 : from;
        return new Word(from, Argument.EMOJI, ":", before.substring(name), ": ", asked);
    }

    private static String sign(String before, int from) {
        boolean signed = before.startsWith("@", from) || before.startsWith("#", from);
        return signed ? before.substring(from, from + 1) : "";
    }

    /// Whether nothing is there and nobody has to be named: else Tab would name anybody.
    boolean isEmpty() {
        return what == Argument.MEMBER && !asked && typed.isEmpty();
    }

    /// What to ask the server for; nothing if it can't know, if no name can be that long, or if it
    /// is an invite, which may be another community's and is not for this server's eyes.
    Optional<Sort> sort() {
        if (typed.contains(Invite.SCHEME)
                || typed.getBytes(StandardCharsets.UTF_8).length > Limits.SUGGEST_BEGINNING) {
            return Optional.empty();
        }
        return switch (what) {
            case MEMBER -> Optional.of(Sort.MEMBER);
            case CHAT, INVITATION -> Optional.of(Sort.CHAT);
            case BLOCKED,
                    ROLE,
                    CHAT_ROLE,
                    COMMAND,
                    EMOJI,
                    SETTING,
                    VALUE,
                    ACTION,
                    ALIAS,
                    THEME,
                    FILE,
                    TEXT ->
                    Optional.empty();
        };
    }

    /// How a name fits, or a chat's title with its sign in front.
    SearchKey.Fit fit(String title) {
        if (what == Argument.FILE) {
            return SearchKey.Fit.EXACT; // only those are listed that fit
        }
        if (what == Argument.SETTING) {
            return isPartOf(title) ? SearchKey.Fit.EXACT : SearchKey.Fit.NONE;
        }
        if (what == Argument.ACTION) {
            return title.contains(typed) ? SearchKey.Fit.EXACT : SearchKey.Fit.NONE;
        }
        boolean chat = what == Argument.CHAT;
        boolean otherSign = chat && !sign.isEmpty() && !title.startsWith(sign);
        return otherSign
                ? SearchKey.Fit.NONE
                : SearchKey.of(chat ? title.substring(1) : title).fit(SearchKey.of(typed));
    }

    /// A setting is found by its name with its table or without.
    private boolean isPartOf(String setting) {
        return setting.startsWith(typed) || setting.contains("." + typed);
    }

    /// Whether it may still become what it could become when less of it was there.
    boolean isBeginningOf(String candidate) {
        if (what == Argument.FILE) {
            return candidate.startsWith(typed);
        }
        String name = candidate.substring(sign(candidate, 0).length());
        return candidate.startsWith(sign)
                && SearchKey.of(name).fit(SearchKey.of(typed)) != SearchKey.Fit.NONE;
    }

    /// What stands there if that name or title is taken. A chat keeps its sign, unless it is typed
    /// without.
    String taken(String title) {
        if (what == Argument.CHAT) {
            return (sign.isEmpty() && !typed.isEmpty() ? title.substring(1) : title) + end;
        }
        return sign + title + end;
    }

    private static int firstBlank(String text) {
        int place = 0;
        while (place < text.length() && !Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place < text.length() ? place : -1;
    }

    private static int lastBlank(String text) {
        int place = text.length() - 1;
        while (place >= 0 && !Character.isWhitespace(text.charAt(place))) {
            place--;
        }
        return place;
    }

    private static int lastBlankOutsideQuotes(String text) {
        int last = -1;
        boolean quoted = false;
        for (int place = 0; place < text.length(); place++) {
            quoted ^= text.charAt(place) == '"';
            last = !quoted && Character.isWhitespace(text.charAt(place)) ? place : last;
        }
        return last;
    }
}

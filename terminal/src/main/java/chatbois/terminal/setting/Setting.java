package chatbois.terminal.setting;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All that can be set, the only list there is of it: `/set`, the file, its problems, completion
/// and the documentation are made from it.
///
/// One more is one more line here, and [Settings] gives its value wherever it has an effect.
public enum Setting {
    LOOKS_CLOCK("looks.clock", Kind.oneOf("24h", "12h"), "24h", "How the time of day is written."),
    LOOKS_COLORS(
            "looks.colors",
            Kind.oneOf("auto", "none", "16", "256", "true"),
            "auto",
            "How many colours the screen uses; auto asks NO_COLOR, COLORTERM, TERM and"
                    + " the terminal."),
    LOOKS_LIST_FROM(
            "looks.list-from",
            Kind.number(30, 500),
            "100",
            "From how many columns on the chat list is shown by itself; {toggle-list} shows and hides it."),
    LOOKS_MEMBERS_FROM(
            "looks.members-from",
            Kind.number(30, 500),
            "130",
            "From how many columns on the members of a chat are shown by themselves;"
                    + " {toggle-members} shows and hides them."),
    LOOKS_THEME(
            "looks.theme",
            Kind.word("auto, light, dark or a theme of yours", "auto", "light", "dark"),
            "auto",
            "The colours of the screen; auto goes with the terminal's background, /theme lists all."),
    LOOKS_LINKS(
            "looks.links",
            Kind.oneOf("auto", "on", "off"),
            "auto",
            "Whether the terminal can open addresses (OSC 8); auto if it is known to understand."),
    LOOKS_MOUSE(
            "looks.mouse",
            Kind.flag(),
            "false",
            "Whether the mouse scrolls and chooses; Shift marks text as before."
                    + " {toggle-mouse} turns it on and off for now."),
    LOOKS_RECEIPTS(
            "looks.receipts",
            Kind.flag(),
            "true",
            "Whether a line below your message says who has read it, where /privacy receipts is on."),
    LOOKS_TITLE(
            "looks.title",
            Kind.flag(),
            "true",
            "Whether the window's title says where you are and how much is unread."),
    MEDIA_STYLE(
            "media.style",
            Kind.oneOf(
                    "auto",
                    "ascii",
                    "ascii-color",
                    "half",
                    "quad",
                    "sextant",
                    "octant",
                    "blocks",
                    "mosaic",
                    "braille",
                    "kitty",
                    "iterm2",
                    "sixel",
                    "off"),
            "auto",
            "Of which characters pictures are made, or by which protocol of pixels; /style tells."
                    + " auto takes what the terminal is known to have, off shows none."),
    MEDIA_PLAY(
            "media.play",
            Kind.flag(),
            "true",
            "Whether pictures that can move do so while they are in view."),
    MEDIA_ROWS(
            "media.rows",
            Kind.number(2, 200),
            "24",
            "How many rows a picture takes at most; never more than half of the chat, or six in a low window."),
    MEDIA_BYTES(
            "media.bytes",
            Kind.number(4, 100_000),
            "1000",
            "How many kilobytes a second moving pictures may cost; over a slow line they take less"
                    + " by themselves."),
    MEDIA_NOT_IN(
            "media.not-in",
            Kind.line(2000),
            "none",
            "In which chats no pictures are shown, by their ids; /pictures off and on change it and"
                    + " tell their names."),
    LINKS_OPEN(
            "links.open",
            Kind.line(300),
            "auto",
            "What opens a link; auto takes BROWSER or what the desktop has. No shell is in between."),
    WRITING_ROWS(
            "writing.rows",
            Kind.number(1, 20),
            "5",
            "How many rows the input takes at most; never more than a quarter of the screen."),
    WRITING_EDITOR(
            "writing.editor",
            Kind.line(200),
            "auto",
            "The command of your editor for long messages; auto takes VISUAL, then EDITOR."),
    WRITING_PASTE_LINES(
            "writing.paste-lines",
            Kind.number(0, 1000),
            "5",
            "A paste of more lines than this is asked about before it goes into the input; 0 never asks."),
    PRESENCE_AWAY_AFTER(
            "presence.away-after",
            Kind.number(0, 1440),
            "15",
            "After how many minutes without a key others see you as away; 0 for never."),
    PLAIN_ENTRIES(
            "plain.entries",
            Kind.number(0, 100),
            "10",
            "How many of the last messages of a chat line mode tells when you come in, or go there."),
    PLAIN_NUMBERS(
            "plain.numbers",
            Kind.flag(),
            "true",
            "Whether line mode tells the number of each message, by which /reply, /react, /edit and"
                    + " others name it.");

    /// Stands in a sentence for the key that does that.
    private static final Pattern ACTION = Pattern.compile("\\{([a-z-]+)\\}");

    private final String title;
    private final Kind kind;
    private final String standard;
    private final String sentence;

    Setting(String title, Kind kind, String standard, String sentence) {
        this.title = title;
        this.kind = kind;
        this.standard = standard;
        this.sentence = sentence;
    }

    /// As it is typed: the table of the file, a point, and the name in it.
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /// Its value as long as nobody has set it.
    public String standard() {
        return standard;
    }

    /// What it does, with the keys that usually have to do with it.
    public String sentence() {
        return sentence(Bindings.STANDARD);
    }

    /// What it does, with the keys as they are bound.
    public String sentence(Bindings keys) {
        return ACTION.matcher(sentence)
                .replaceAll(name ->
                        Matcher.quoteReplacement(
                                keys.key(Action.named(name.group(1)).orElseThrow())));
    }

    Spot spot() {
        int point = title.indexOf('.');
        return new Spot(title.substring(0, point), title.substring(point + 1));
    }

    /// The setting with that name.
    public static Optional<Setting> named(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.title.equals(word)).findFirst();
    }

    /// Those that somebody may have meant who typed something else.
    public static List<String> like(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .map(Setting::title)
                .filter(title -> title.contains(word) || word.contains(title.split("\\.")[1]))
                .toList();
    }
}

package chatbois.terminal.binding;

import static chatbois.terminal.binding.Where.ANYWHERE;
import static chatbois.terminal.binding.Where.CHAT;
import static chatbois.terminal.binding.Where.CHOOSING;
import static chatbois.terminal.binding.Where.EMPTY;
import static chatbois.terminal.binding.Where.LIST;
import static chatbois.terminal.binding.Where.SEARCHING;
import static chatbois.terminal.binding.Where.SHEET;
import static chatbois.terminal.binding.Where.VIEWING;
import static chatbois.terminal.binding.Where.WRITING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All that a key can do, the only list there is of it: what the screen does, F1, `/keys`, the
/// file's `[keys]`, its problems, completion and the documentation are made from it.
///
/// One more is one more line here, and a case where its keys are pressed.
public enum Action {
    SEND(CHAT, "send what is written", "!enter"),
    COMPLETE(CHAT, "take what is suggested, or complete a name; again: the next one", "tab"),
    COMPLETE_BACK(CHAT, "the suggestion before", "shift+tab"),
    NEXT_CHAT(CHAT, "go to the next chat", "ctrl+n"),
    PREVIOUS_CHAT(CHAT, "go to the previous chat", "ctrl+p"),
    NEXT_UNREAD(CHAT, "go to the next chat with something unread", "alt+a, f6"),
    INBOX(CHAT, "what is unread and meant for you, in all communities", "f7, alt+i"),
    /// Its first key leads to the first chat, and so on.
    NUMBERED_CHAT(
            CHAT,
            "go to the chat with that number",
            "alt+1, alt+2, alt+3, alt+4, alt+5, alt+6, alt+7, alt+8, alt+9"),
    SWITCH(CHAT, "find a chat by some letters of its name", "f4"),
    FIND(CHAT, "find a message in all your chats; again: back to what was found", "f5"),
    PAGE_UP(CHAT, "scroll up by a page", "pgup"),
    PAGE_DOWN(CHAT, "scroll down by a page", "pgdn"),
    SCROLL_UP(CHAT, "scroll up by a line", "ctrl+up"),
    SCROLL_DOWN(CHAT, "scroll down by a line", "ctrl+down"),
    EDITOR(CHAT, "write on in your own editor", "ctrl+x ctrl+e, f8"),
    NEWEST(
            CHAT,
            "close the suggestions; leave the thread; back to the newest message",
            "esc, alt+end, ctrl+end"),
    REPLY_NEWEST(CHAT, "reply to what somebody said last", "f9, alt+r"),
    TOGGLE_LIST(CHAT, "show or hide the chat list", "f2"),
    TOGGLE_MEMBERS(CHAT, "show or hide who is in this chat", "f3"),
    TOGGLE_MOUSE(CHAT, "let the mouse scroll and choose, or let it be", "alt+m"),

    CHOOSE(EMPTY, "choose a message, to answer it, edit it and more", "up"),
    NEWEST_IF_EMPTY(EMPTY, "back to the newest message", "end"),
    FIND_IF_EMPTY(EMPTY, "find a message", "ctrl+f"),
    /// Only where there is nothing to cut.
    SWITCH_AT_END(EMPTY, "find a chat, also at the end of what is written", "ctrl+k"),

    NEW_LINE(WRITING, "begin a new line", "alt+enter, ctrl+j, shift+enter, ctrl+enter"),
    EARLIER(WRITING, "a line up; on the first line: what you typed before", "up, alt+p"),
    LATER(WRITING, "a line down; on the last line: what you typed after", "down, alt+n"),
    SEARCH_TYPED(WRITING, "search in what you typed before", "ctrl+r"),
    LEFT(WRITING, "one character to the left", "left, ctrl+b"),
    RIGHT(WRITING, "one character to the right", "right, ctrl+f"),
    WORD_LEFT(WRITING, "one word to the left", "alt+b, ctrl+left, alt+left"),
    WORD_RIGHT(WRITING, "one word to the right", "alt+f, ctrl+right, alt+right"),
    LINE_START(WRITING, "to the beginning of the line", "ctrl+a, home"),
    LINE_END(WRITING, "to the end of the line", "ctrl+e, end"),
    DELETE_BACK(WRITING, "delete the character before", "backspace, ctrl+h"),
    DELETE_ON(WRITING, "delete the character here", "delete, ctrl+d"),
    CUT_BACK(WRITING, "cut back to the blank before", "ctrl+w"),
    CUT_WORD_BACK(WRITING, "cut the word before", "alt+backspace, ctrl+backspace"),
    CUT_WORD(WRITING, "cut the word behind", "alt+d, ctrl+delete"),
    CUT_TO_START(WRITING, "cut back to the beginning of the line", "ctrl+u"),
    CUT_TO_END(WRITING, "cut to the end of the line", "ctrl+k"),
    PUT_BACK(WRITING, "put back what was cut", "ctrl+y"),
    PUT_BACK_OLDER(WRITING, "then: what was cut before that instead", "alt+y"),
    SWAP(WRITING, "swap two characters", "ctrl+t"),
    UNDO(WRITING, "undo", "ctrl+_, ctrl+x ctrl+u"),

    SEARCH_OLDER(SEARCHING, "an older one", "ctrl+r"),
    SEARCH_TAKE(SEARCHING, "take what was found", "!enter"),
    SEARCH_CANCEL(SEARCHING, "back to what was written", "esc, ctrl+g"),

    MESSAGE_UP(CHOOSING, "the message before", "up, k"),
    MESSAGE_DOWN(CHOOSING, "the message after", "down, j"),
    MESSAGES_UP(CHOOSING, "five messages up", "pgup"),
    MESSAGES_DOWN(CHOOSING, "five messages down", "pgdn"),
    REPLY(CHOOSING, "reply", "r, enter"),
    EDIT(CHOOSING, "edit", "e"),
    DELETE(CHOOSING, "delete for everybody", "d"),
    REACT(CHOOSING, "react with an emoji", "+, a"),
    COPY(CHOOSING, "copy", "y, c"),
    OPEN(
            CHOOSING,
            "open a link, or a file if there is none; of several the one whose digit follows",
            "o"),
    ORIGINAL(CHOOSING, "go to what it answers", "g"),
    THREAD(CHOOSING, "show its thread alone", "t"),
    FORWARD(CHOOSING, "forward it into other chats", "f"),
    VIEW(CHOOSING, "show its picture over the whole screen", "v"),
    SAVE(CHOOSING, "save its files", "s"),
    PIN(CHOOSING, "pin, or unpin what is pinned", "p"),
    DETAILS(CHOOSING, "details: when, from where, who reacted", "i"),
    LEAVE(CHOOSING, "choose none", "!esc, q"),

    LIST_UP(LIST, "up", "up, ctrl+p, shift+tab"),
    LIST_DOWN(LIST, "down", "down, ctrl+n, tab"),
    LIST_PAGE_UP(LIST, "up by a page", "pgup"),
    LIST_PAGE_DOWN(LIST, "down by a page", "pgdn"),
    TAKE(LIST, "take it: go there, look for it, join", "!enter"),
    CLOSE(LIST, "close it", "!esc"),

    READ_ON(SHEET, "down by a page", "space"),
    COPY_LINE(SHEET, "copy the line to pass on", "c, y"),
    DONE(SHEET, "close it", "q"),

    ZOOM_IN(VIEWING, "nearer", "+, ="),
    ZOOM_OUT(VIEWING, "farther away", "-"),
    PAN_LEFT(VIEWING, "to the left", "left, h"),
    PAN_RIGHT(VIEWING, "to the right", "right, l"),
    PAN_UP(VIEWING, "up", "up, k"),
    PAN_DOWN(VIEWING, "down", "down, j"),
    PAUSE(VIEWING, "pause it, play on, or once more from its end", "space"),
    FRAME_BACK(VIEWING, "one frame back", "b"),
    FRAME_ON(VIEWING, "one frame on", "f"),
    SLOWER(VIEWING, "play it slower", "["),
    FASTER(VIEWING, "play it faster", "]"),
    STYLE_ON(VIEWING, "in other characters, or of pixels", "s"),
    STYLE_BACK(VIEWING, "in those before", "a"),
    KEEP_STYLE(VIEWING, "draw all pictures in these characters", "enter"),
    PICTURE_ON(VIEWING, "the next picture of the chat", "n, pgdn"),
    PICTURE_BACK(VIEWING, "the picture before", "p, pgup"),
    LEAVE_PICTURE(VIEWING, "close it", "!esc, q"),

    HELP(ANYWHERE, "show the keys for where you are, and the commands", "f1"),
    REDRAW(ANYWHERE, "paint everything again", "ctrl+l"),
    SUSPEND(ANYWHERE, "suspend the program", "ctrl+z"),
    STOP(ANYWHERE, "clear the line; twice with nothing written: quit", "!ctrl+c");

    private final Where where;
    private final String help;
    private final List<Stroke> standard;
    private final List<Stroke> fixed;

    /// @param keys those that it has unless the member gives it others; what begins with `!` it
    ///   always has
    Action(Where where, String help, String keys) {
        this.where = where;
        this.help = help;
        this.standard = Stroke.list(keys.replace("!", ""));
        this.fixed =
                Arrays.stream(keys.split(", "))
                        .filter(key -> key.startsWith("!"))
                        .map(key -> Stroke.parse(key.substring(1)))
                        .toList();
    }

    /// As it is typed: `next-chat`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Where where() {
        return where;
    }

    /// What it does, without capital and full stop.
    public String help() {
        return help;
    }

    /// The keys that it has as long as nobody gave it others.
    public List<Stroke> standard() {
        return standard;
    }

    /// The keys that nobody can take from it, so that nobody gets stuck.
    List<Stroke> fixed() {
        return fixed;
    }

    public static Optional<Action> named(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
    }
}

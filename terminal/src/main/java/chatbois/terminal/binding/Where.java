package chatbois.terminal.binding;

/// Where the screen takes keys. One key can do something else in each.
public enum Where {
    ANYWHERE("anywhere"),
    CHAT("in a chat"),
    /// Asked before [#CHAT] and [#WRITING], with which it may share keys.
    EMPTY("in a chat with nothing written"),
    WRITING("while writing"),
    SEARCHING("while searching in what you typed"),
    CHOOSING("with a message chosen"),
    /// Asked before [#WRITING]: there may be a field to write into.
    LIST("in lists and questions"),
    SHEET("on a page of text"),
    VIEWING("with a picture over the whole screen");

    private final String title;

    Where(String title) {
        this.title = title;
    }

    /// In words, to be put behind what a key does.
    public String title() {
        return title;
    }

    /// Whether one key can't do one thing here and another there.
    boolean meets(Where other) {
        return this == other
                || this == ANYWHERE
                || other == ANYWHERE
                || isInChat() && other.isInChat()
                || isOver() && other.isOver();
    }

    private boolean isInChat() {
        return this == CHAT || this == WRITING;
    }

    private boolean isOver() {
        return this == LIST || this == SHEET;
    }

    /// Whether a key that the member chose for here does nothing else there, unless they say so.
    boolean overrides(Where other) {
        return meets(other) || isInChat() && other == EMPTY;
    }

    /// Whether a character alone is written into something here.
    boolean takesText() {
        return this != CHOOSING && this != SHEET && this != VIEWING;
    }
}

package chatbois.terminal.alert;

import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;

/// Something that a member should know who is looking elsewhere: short, and free of everything that
/// could steer a terminal.
///
/// @param about what it is about, as a word of hexadecimal digits: a later one takes its place
/// @param text what was said; empty if that is left out
public record Alert(String about, String title, String text) {
    private static final int MOST_TITLE = 80;
    private static final int MOST_TEXT = 200;

    public Alert {
        title = Wrap.ellipsis(SafeText.line(title), MOST_TITLE);
        text = Wrap.ellipsis(SafeText.line(text), MOST_TEXT);
    }
}

package chatbois.app;

import chatbois.terminal.command.Sentences;
import chatbois.terminal.text.SafeText;

/// How a failure of the program is told.
final class Failure {
    private Failure() {}

    /// One or two lines, harmless whatever somebody put into it.
    static String told(Exception e) {
        return "chatbois: " + SafeText.block(Sentences.of(e));
    }
}

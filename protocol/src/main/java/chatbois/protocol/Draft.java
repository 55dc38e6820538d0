package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.Malformed;
import java.nio.charset.StandardCharsets;

/// What a member has written in a chat and not sent.
///
/// @param text at most `TEXT` bytes; empty for nothing
public record Draft(LogId chat, String text) {
    public Draft {
        if (text.getBytes(StandardCharsets.UTF_8).length > Limits.TEXT) {
            throw new Malformed("a draft has at most " + Limits.TEXT + " bytes");
        }
    }

    /// Never the text: it must not reach a journal by accident.
    @Override
    public String toString() {
        return "Draft(" + chat + ")";
    }
}

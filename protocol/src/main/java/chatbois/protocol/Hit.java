package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import java.util.List;

/// A message that was found, as the server says; the chat's log proves it.
///
/// @param time the server's, milliseconds since 1970
/// @param excerpt the text, or a part of it around what was found, at most `SEARCH_EXCERPT`
///   characters
/// @param marks where in the excerpt that stands, in order and apart from each other
/// @param begun whether the excerpt is not the beginning
/// @param goesOn whether the excerpt is not the end
public record Hit(
        Spot at,
        long time,
        MemberId author,
        String excerpt,
        List<Mark> marks,
        boolean begun,
        boolean goesOn) {
    public Hit {
        marks = List.copyOf(marks);
    }

    /// The place of an event.
    public record Spot(LogId chat, long seq) {}

    /// A stretch of a text, counted in UTF-16 code units; the character at `to` is not in it.
    public record Mark(int from, int to) {}

    /// Never the text: a message must not reach a log by accident.
    @Override
    public String toString() {
        return "Hit(" + at + ")";
    }
}

package chatbois.server.store;

import chatbois.log.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message has to fit so that it is found.
///
/// @param author null for anybody
/// @param link whether it has to have a link
/// @param code whether it has to have code
public record Pattern(List<Phrase> phrases, @Nullable MemberId author, boolean link, boolean code) {
    public Pattern {
        phrases = List.copyOf(phrases);
    }

    /// Whether every message fits.
    boolean isAnything() {
        return phrases.isEmpty() && author == null && !link && !code;
    }

    /// Words that stand one behind the other.
    ///
    /// @param words as they are in the index: letters, digits and what is no ASCII
    /// @param beginning whether the last of them may go on
    /// @param without whether they may not be in the message
    public record Phrase(List<String> words, boolean beginning, boolean without) {
        public Phrase {
            words = List.copyOf(words);
        }
    }
}

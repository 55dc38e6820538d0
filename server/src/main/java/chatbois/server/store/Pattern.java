package chatbois.server.store;

import chatbois.log.MemberId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a message has to fit so that it is found.
///
/// @param author null for anybody
/// @param traits what it has to have
public record Pattern(List<Phrase> phrases, @Nullable MemberId author, Set<Trait> traits) {
    public Pattern {
        phrases = List.copyOf(phrases);
        traits = Set.copyOf(traits);
    }

    /// Whether every message fits.
    boolean isAnything() {
        return phrases.isEmpty() && author == null && traits.isEmpty();
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

package chatbois.log.recovery;

/// Says in a sentence for people what is wrong with recovery words, never repeating them.
public final class InvalidRecoveryWords extends IllegalArgumentException {
    InvalidRecoveryWords(String sentence) {
        super(sentence);
    }
}

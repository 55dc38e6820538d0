package chatbois.server.store;

/// What a message has besides words, and the letter for it in the index.
public enum Trait {
    LINK('l'),
    CODE('c'),
    FILE('f'),
    PICTURE('p');

    private final char letter;

    Trait(char letter) {
        this.letter = letter;
    }

    String token(long log) {
        return Long.toString(log) + letter;
    }
}

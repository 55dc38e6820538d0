package chatbois.cellart.track;

/// What came is no preview track; the message is a sentence that says why.
public final class BadTrack extends Exception {
    BadTrack(String sentence) {
        super(sentence);
    }
}

package chatbois.cellart.worker;

/// A moving picture has ended where its preview was to begin; the message is a sentence for who
/// wished that.
public final class BeyondTheEnd extends Exception {
    private static final long serialVersionUID = 1L;

    BeyondTheEnd(String sentence) {
        super(sentence);
    }
}

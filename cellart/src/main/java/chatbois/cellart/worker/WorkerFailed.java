package chatbois.cellart.worker;

/// A picture could not be drawn or prepared; the message is a sentence for the reader.
public final class WorkerFailed extends Exception {
    private static final long serialVersionUID = 1L;

    WorkerFailed(String sentence) {
        super(sentence);
    }
}

package chatbois.app.member;

/// Whoever read from the pipe that standard output is has ended, as `head` does: nothing went
/// wrong, and nothing is left to do.
public final class ReaderLeft extends RuntimeException {
    /// What shells say of a program that a closed pipe has ended.
    public static final int CODE = 141;

    private static final long serialVersionUID = 1;

    ReaderLeft() {
        super("whoever read this has ended");
    }
}

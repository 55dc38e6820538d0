package chatbois.log;

/// Bytes from outside that are not what their format says; the message says what was expected.
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}

package chatbois.client.link;

/// The server is not the one that is pinned, or can't prove that it is. Nothing was said to it, and
/// nothing should be: no retry makes this good. The message says what it means and what to do.
public final class Untrusted extends Exception {
    private static final long serialVersionUID = 1L;

    public Untrusted(String sentence) {
        super(sentence);
    }
}

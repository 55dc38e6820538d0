package chatbois.bench;

/// A chat program on a screen, and somebody who speaks in the chat that it shows.
interface ScreenSubject extends AutoCloseable {
    String name();

    /// Starts the program. Starts the program once: what a first start builds and caches is no cost
    /// of the later ones.
    void prepare() throws Exception;

    Pane open() throws Exception;

    /// Sends the program the chat's messages so far, unless it fetches them itself.
    void fill() throws Exception;

    /// Says one more message.
    void say(String text) throws Exception;

    @Override
    void close() throws Exception;
}

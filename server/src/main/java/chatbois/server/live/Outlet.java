package chatbois.server.live;

/// The way out to one client: a border, so that what is told doesn't depend on how it travels.
public interface Outlet {
    /// Queues a frame behind those queued before. Never blocks; the array must not change
    /// afterwards.
    void send(byte[] frame);

    /// Whether so much is queued that more should wait; [Connection#roomAgain()] follows when it
    /// isn't.
    boolean isCongested();

    /// Whether so much is queued that not even small things may be added.
    boolean isOverfull();

    /// How many bytes are on their way and not taken yet; falls bit by bit as the client takes
    /// them.
    long backlog();

    /// Sends what is queued, if the client still takes it, then ends the connection.
    void close();
}

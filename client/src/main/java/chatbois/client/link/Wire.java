package chatbois.client.link;

import chatbois.log.Bytes32;

/// One encrypted connection that carries frames both ways; who is at the other end is not known
/// yet. A border: tests play servers behind it.
public interface Wire {
    /// SHA-256 of the SubjectPublicKeyInfo in the certificate that this very connection saw.
    Bytes32 tlsKey();

    /// Sends frames in the order of the calls, without waiting. What can't be sent ends in
    /// [Receiver#closed].
    void send(byte[] frame);

    /// Asks for a sign of life.
    void ping();

    /// Ends the connection; may be called again.
    void close();

    /// Hears what arrives, one call at a time; the next frame is read when the call returns.
    interface Receiver {
        void frame(byte[] frame);

        void pong();

        /// Comes once, last.
        void closed(String why);
    }
}

package chatbois.client.session;

import java.io.IOException;

/// Something needs the server, and there is no connection to it; nothing was done.
public final class NoConnection extends IOException {
    private static final long serialVersionUID = 1;

    /// @param community what it is called
    NoConnection(String community) {
        super("There is no connection to " + community + " now; try again later.");
    }
}

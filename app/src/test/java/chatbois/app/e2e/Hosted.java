package chatbois.app.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests against a server process of their own, just founded.
abstract class Hosted {
    @TempDir Path directory = Path.of("");
    Host host;

    @BeforeEach
    void host() throws Exception {
        host = new Host(directory);
    }

    @AfterEach
    void closeHost() {
        host.close();
    }
}

package chatbois.app.host;

import chatbois.client.home.UserHome;
import java.nio.file.Path;
import java.util.Map;

/// Where a server keeps its data unless it is told otherwise (XDG Base Directory Specification).
final class DataHome {
    private DataHome() {}

    static Path server(Map<String, String> environment) {
        String base = environment.getOrDefault("XDG_DATA_HOME", "");
        Path data =
                base.isEmpty()
                        ? UserHome.of(environment).resolve(Path.of(".local", "share"))
                        : Path.of(base);
        return data.resolve("chatbois").resolve("server");
    }
}

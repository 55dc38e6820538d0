package chatbois.client.home;

import java.nio.file.Path;
import java.util.Map;

/// Where the user's own files are.
public final class UserHome {
    private UserHome() {}

    /// `HOME`, as every program of a shell takes it, else what the system has for the user.
    public static Path of(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.startsWith("/") ? home : System.getProperty("user.home"));
    }
}

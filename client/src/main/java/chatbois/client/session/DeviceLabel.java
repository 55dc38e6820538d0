package chatbois.client.session;

import chatbois.protocol.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a new device is called unless its member says otherwise.
public final class DeviceLabel {
    private static final Path HOST_NAME = Path.of("/etc/hostname");

    private DeviceLabel() {}

    /// This machine's name, if it has one that can be shown.
    public static String here() {
        try {
            return of(Files.readString(HOST_NAME, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return of(System.getenv().getOrDefault("HOSTNAME", ""));
        }
    }

    static String of(String hostName) {
        String plain = hostName.strip().replaceAll("[^A-Za-z0-9._-]", "");
        String shown = plain.substring(0, Math.min(plain.length(), Limits.DEVICE_LABEL));
        return shown.isEmpty() ? "new device" : shown;
    }
}

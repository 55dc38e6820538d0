package chatbois.app.fuzz;

import java.nio.charset.StandardCharsets;

/// What fuzz targets claim.
final class Claims {
    private Claims() {}

    static void claim(boolean holds, String finding) {
        if (!holds) {
            throw new AssertionError(finding);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

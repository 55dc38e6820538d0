package chatbois.protocol;

import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// A record as one line of JSON for scripts: ASCII only, so that nothing in it can reach a terminal
/// as anything but characters.
public final class JsonLine {
    private static final JsonMapper JSON =
            WireForms.register(JsonMapper.builder())
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build();

    private JsonLine() {}

    public static String of(Record value) {
        return JSON.writeValueAsString(value);
    }

    /// Texts, numbers, and yes or no, by their names.
    public static String of(Map<String, Object> values) {
        return JSON.writeValueAsString(values);
    }
}

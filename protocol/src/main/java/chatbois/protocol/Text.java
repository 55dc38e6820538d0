package chatbois.protocol;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Reads a string as a string only, and only if UTF-8 can write it: JSON's `\ud800` alone is half a
/// character, which every program would show and hash in a way of its own.
final class Text extends ValueDeserializer<String> {
    @Override
    public String deserialize(JsonParser in, DeserializationContext context) {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, in);
        }
        String text = in.getString();
        if (!isWhole(text)) {
            return context.reportInputMismatch(String.class, "half a character");
        }
        return text;
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair =
                        i + 1 < text.length()
                                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}

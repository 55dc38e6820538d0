package chatbois.app.fuzz;

import static chatbois.app.fuzz.Claims.claim;
import static chatbois.app.fuzz.Claims.text;

import chatbois.terminal.text.SafeText;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// Whatever others write, nothing of it steers a terminal.
@Tag("fuzz")
class ForeignTextFuzz {
    /// How much longer a text can get: a tab becomes four spaces.
    private static final int GROWTH = 4;

    @FuzzTest
    void line(byte[] bytes) {
        checkHarmless(text(bytes), SafeText.line(text(bytes)), false);
        checkHarmless(wide(bytes), SafeText.line(wide(bytes)), false);
        claim(
                SafeText.line(SafeText.line(text(bytes))).equals(SafeText.line(text(bytes))),
                "cleaned twice it differs");
    }

    @FuzzTest
    void block(byte[] bytes) {
        checkHarmless(text(bytes), SafeText.block(text(bytes)), true);
        checkHarmless(wide(bytes), SafeText.block(wide(bytes)), true);
        claim(
                SafeText.block(SafeText.block(text(bytes))).equals(SafeText.block(text(bytes))),
                "cleaned twice it differs");
    }

    private static void checkHarmless(String from, String safe, boolean lines) {
        claim(safe.length() <= GROWTH * from.length(), "it grows");
        for (int i = 0; i < safe.length(); i += Character.charCount(safe.codePointAt(i))) {
            int codePoint = safe.codePointAt(i);
            claim(
                    codePoint == '\n' ? lines : !Character.isISOControl(codePoint),
                    "a control character");
            claim(!isDirection(codePoint), "a character that reorders text");
            claim(Character.getType(codePoint) != Character.SURROGATE, "half a character");
            claim(codePoint != 0x2028 && codePoint != 0x2029, "a line separator");
        }
    }

    private static boolean isDirection(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E
                || codePoint >= 0x2066 && codePoint <= 0x2069
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C;
    }

    /// The bytes as UTF-16, halves of characters and all.
    private static String wide(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            text.append((char) ((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF));
        }
        return text.toString();
    }
}

package chatbois.terminal.text;

import java.util.List;
import java.util.random.RandomGenerator;

/// Makes texts of all that has ever troubled a terminal, the same ones for the same seed.
public final class Samples {
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "Z",
                    " ",
                    "  ",
                    "word",
                    "\n",
                    "\r\n",
                    "\r",
                    "\t",
                    "\u001b[31m",
                    "\u009b2J",
                    "\u0000",
                    "\u007f",
                    "\u0085",
                    "é",
                    "e\u0301",
                    "漢字",
                    "한글",
                    "각",
                    "ｶﾞ",
                    "क्षि",
                    "நி",
                    "กำ",
                    "שלום",
                    "سلام",
                    "می\u200cخواهم",
                    "👨\u200d👩\u200d👧",
                    "🇩🇪",
                    "🇩",
                    "1️⃣",
                    "👍🏽",
                    "❤\ufe0f",
                    "❤",
                    "🏳\ufe0f\u200d🌈",
                    "\u200d",
                    "\u200c",
                    "\u200b",
                    "\ufeff",
                    "\u202e",
                    "\u2066",
                    "\u2069",
                    "\u200e",
                    "\u061c",
                    "\u2028",
                    "\u2029",
                    "\u00ad",
                    "\u034f",
                    "\ufe0f",
                    "\u0301",
                    "\u0489",
                    "\u115f",
                    "\ue000",
                    "\uffff",
                    "\ufdd0",
                    "\ud800",
                    "\udc00",
                    "\udb40\udc41",
                    "\udb40\udd00",
                    "\ufffd",
                    "─",
                    "█",
                    "⣿",
                    "™",
                    "©",
                    "🫩",
                    "🛘");

    private Samples() {}

    /// A text of up to a given number of pieces.
    public static String text(RandomGenerator random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces + 1); i > 0; i--) {
            text.append(piece(random));
        }
        return text.toString();
    }

    private static String piece(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> Character.toString(random.nextInt(0x110000));
            case 1 -> "\u0300".repeat(random.nextInt(12));
            default -> PIECES.get(random.nextInt(PIECES.size()));
        };
    }
}

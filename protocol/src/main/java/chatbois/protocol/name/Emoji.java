package chatbois.protocol.name;

import java.nio.charset.StandardCharsets;

/// One emoji, as it answers a message: a single grapheme cluster of what Unicode uses in emoji and
/// of nothing else. What newer versions of Unicode add lies in planes that are taken whole, so that
/// older programs take it too.
public record Emoji(String value) {
    public static final int MAX_BYTES = 64;

    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    public Emoji {
        if (!isEmoji(value)) {
            throw new InvalidName("that is no emoji");
        }
    }

    public static boolean isEmoji(String text) {
        return text.length() <= MAX_BYTES
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                && text.codePoints().allMatch(Emoji::isPart)
                && text.codePoints().anyMatch(Emoji::isPicture)
                && Clusters.count(text) == 1;
    }

    private static boolean isPart(int codePoint) {
        return switch (codePoint) {
            case JOINER, TEXT_STYLE, EMOJI_STYLE, KEYCAP -> true;
            default -> isInPlane(codePoint) || isTag(codePoint) || isOld(codePoint);
        };
    }

    private static boolean isPicture(int codePoint) {
        return codePoint == KEYCAP
                || isInPlane(codePoint)
                || (isOld(codePoint) && codePoint > Byte.MAX_VALUE);
    }

    /// In the first plane all emoji have been given out.
    private static boolean isOld(int codePoint) {
        return Character.isBmpCodePoint(codePoint) && Character.isEmoji(codePoint);
    }

    private static boolean isInPlane(int codePoint) {
        return codePoint >= 0x1F000 && codePoint <= 0x1FAFF;
    }

    /// Of the flags of England, Scotland and Wales.
    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    @Override
    public String toString() {
        return value;
    }
}

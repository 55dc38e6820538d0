package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import java.nio.charset.StandardCharsets;

/// The log that two members share: both arrive at the same id, so there can't be two.
public final class DirectChat {
    private DirectChat() {}

    /// SHA-256 of the tag `chatbois direct 1`, a zero byte, the community's id, and both members'
    /// ids as text in the order of the text.
    public static LogId id(LogId community, MemberId one, MemberId other) {
        boolean inOrder = one.compareTo(other) < 0;
        return new LogId(
                Sha256.of(
                        "chatbois direct 1\0".getBytes(StandardCharsets.US_ASCII),
                        community.value().bytes(),
                        text(inOrder ? one : other),
                        text(inOrder ? other : one)));
    }

    private static byte[] text(MemberId member) {
        return member.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

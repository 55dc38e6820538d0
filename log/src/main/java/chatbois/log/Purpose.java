package chatbois.log;

import java.nio.charset.StandardCharsets;

/// What a signature is for. Every signature covers the purpose's tag, so that none can be passed
/// off as another: the signed bytes are the tag in ASCII, a zero byte, and the message.
public enum Purpose {
    EVENT("chatbois event 1"),
    HEAD("chatbois head 1"),
    GENESIS("chatbois genesis 1"),
    INVITE("chatbois invite 1"),
    SERVER_HELLO("chatbois server hello 1"),
    DEVICE_LOGIN("chatbois device login 1"),
    DEVICE_LINK("chatbois device link 1"),
    DEVICE_RETURN("chatbois device return 1");

    private final byte[] tag;

    Purpose(String tag) {
        this.tag = (tag + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    byte[] covers(byte[] message) {
        byte[] all = new byte[tag.length + message.length];
        System.arraycopy(tag, 0, all, 0, tag.length);
        System.arraycopy(message, 0, all, tag.length, message.length);
        return all;
    }
}

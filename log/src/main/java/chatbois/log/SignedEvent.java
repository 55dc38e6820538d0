package chatbois.log;

import org.jspecify.annotations.Nullable;

/// An event as its author's device made it: the header, the signature over it, and the body unless
/// that has been erased.
public record SignedEvent(Header header, Signature signature, @Nullable Content content) {
    public static SignedEvent sign(Header header, Content content, SigningKey device) {
        return new SignedEvent(header, device.sign(Purpose.EVENT, header.encode()), content);
    }

    /// Whether the device named in the header signed it, and the body, if there, is the one meant.
    public boolean isGenuine() {
        return header.device().verifies(Purpose.EVENT, header.encode(), signature)
                && (content == null || content.commitment().equals(header.commitment()));
    }
}

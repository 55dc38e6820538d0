package chatbois.log;

import java.nio.ByteBuffer;
import java.util.UUID;

/// Names one member for good, whatever name the member goes by.
public record MemberId(UUID value) implements Comparable<MemberId> {
    /// The author of what the server itself writes: the founding of the community.
    public static final MemberId SERVER = new MemberId(new UUID(0, 0));

    public static MemberId parse(String text) {
        if (text.length() != 36) {
            throw new Malformed("a member id is a UUID of 36 characters");
        }
        UUID parsed;
        try {
            parsed = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not a member id: " + e.getMessage());
        }
        return new MemberId(parsed);
    }

    static MemberId read(ByteBuffer in) {
        return new MemberId(new UUID(in.getLong(), in.getLong()));
    }

    ByteBuffer writeTo(ByteBuffer out) {
        return out.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    /// The order of the bytes as unsigned numbers, which is the order of the written form.
    @Override
    public int compareTo(MemberId other) {
        int high =
                Long.compareUnsigned(
                        value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

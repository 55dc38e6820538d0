package chatbois.log;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/// Names one member for good, whatever name the member goes by.
public record MemberId(UUID value) implements Comparable<MemberId> {
    /// The author of what the server itself writes: the founding of the community.
    public static final MemberId SERVER = new MemberId(new UUID(0, 0));

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /// Takes the written form that [#toString()] gives.
    public static MemberId parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new Malformed("a member id is a UUID: 32 small hex digits and 4 hyphens");
        }
        return new MemberId(UUID.fromString(text));
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

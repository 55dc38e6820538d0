package chatbois.protocol;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One network address, or all with the same first bits: `203.0.113.7`, `2001:db8::/32`.
///
/// @param address the lowest address of the range
/// @param bits how many bits are the same in all of them
public record AddressRange(InetAddress address, int bits) {
    private static final Pattern FORM =
            Pattern.compile(
                    "((?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,40})"
                            + "(?:/([0-9]{1,3}))?");

    public AddressRange {
        byte[] bytes = address.getAddress();
        if (bits < 0 || bits > bytes.length * Byte.SIZE) {
            throw new IllegalArgumentException("an address of this kind has no " + bits + " bits");
        }
        if (!Arrays.equals(bytes, masked(bytes, bits))) {
            throw new IllegalArgumentException("the range begins with another address");
        }
    }

    /// Reads an address or a range; the bits behind the range's count for nothing. Never asks a
    /// name server.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static AddressRange parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "An address looks like 203.0.113.7, a range like 203.0.113.0/24.");
        }
        byte[] bytes = literal(form.group(1)).getAddress();
        int all = bytes.length * Byte.SIZE;
        int bits = form.group(2) == null ? all : Integer.parseInt(form.group(2));
        if (bits > all) {
            throw new IllegalArgumentException("A range of this kind has at most /" + all + ".");
        }
        return of(masked(bytes, bits), bits);
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(text + " is no address.", e);
        }
    }

    private static AddressRange of(byte[] bytes, int bits) {
        try {
            return new AddressRange(InetAddress.getByAddress(bytes), bits);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalArgumentException("no address has " + bytes.length + " bytes", e);
        }
    }

    public boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        return bytes.length == address.getAddress().length
                && Arrays.equals(masked(bytes, bits), address.getAddress());
    }

    private static byte[] masked(byte[] bytes, int bits) {
        byte[] masked = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            int left = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            masked[i] = (byte) (bytes[i] & 0xFF << Byte.SIZE - left);
        }
        return masked;
    }

    @Override
    public String toString() {
        String plain = String.valueOf(address.getHostAddress());
        return bits == address.getAddress().length * Byte.SIZE ? plain : plain + "/" + bits;
    }
}
